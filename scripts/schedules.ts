import { queueClient, topicUrl } from '@/services/queue';

/** The QStash schedules of a deployment; creating one again under its id replaces it. */
const SCHEDULES = [
  { scheduleId: 'sweep', cron: '* * * * *', topic: 'sweep' },
  { scheduleId: 'nights', cron: '0 * * * *', topic: 'match-night' },
];

for (const { scheduleId, cron, topic } of SCHEDULES) {
  await queueClient().schedules.create({
    scheduleId,
    cron,
    destination: topicUrl(topic),
    body: '{}',
    retries: 0,
  });
  console.log(`Schedule ${scheduleId}: ${cron} → ${topicUrl(topic)}`);
}
