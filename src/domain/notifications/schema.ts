import { z } from 'zod';

export const NOTIFICATION_EVENTS = ['strong_matches', 'import_finished'] as const;
export const notificationEventSchema = z.enum(NOTIFICATION_EVENTS);
export type NotificationEvent = z.infer<typeof notificationEventSchema>;

export const CHANNELS = ['in_app', 'email'] as const;

export const DELIVERY_STATES = ['queued', 'sending', 'sent', 'delivered', 'failed', 'dead'] as const;
