export * from './accounts';
export * from './candidates';
export * from './experiments';
export * from './jobs';
export * from './kernel';
export * from './matching';
export * from './notifications';
export * from './pipeline';
