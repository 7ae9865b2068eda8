export { AppProviders as default } from '@/app/app-providers';
