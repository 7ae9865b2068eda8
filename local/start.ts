import { resolve } from 'node:path';
import { startBlob } from './blob/server';
import { createDatabase, createOwner, withDatabase } from './database';
import { claimDirectory } from './lock';
import { startMail } from './mail/server';
import { startNeonProxy } from './neon';
import { choosePorts, type Ports } from './ports';
import { type Postgres, startPostgres } from './postgres';
import { startRedis } from './redis/server';
import { startQstash } from './qstash/server';
import { loadSecrets, type Secrets } from './secrets';

export type PlatformOptions = {
  /** Holds everything that is durable: database, blobs, mail, secrets. */
  localDir: string;
  /** The application's own port, from which the platform's are derived. Default 3000. */
  port?: number;
  /** Default `http://localhost:<port>`. */
  appUrl?: string;
  ports?: Partial<Ports>;
  /** An existing Postgres (owner's URL) instead of the embedded one. */
  databaseUrl?: string | undefined;
  /** An existing Redis instead of an installed or the embedded one. */
  redisUrl?: string | undefined;
};

export type Platform = {
  /** Everything that the application, the migrations and the seed need. */
  env: Record<string, string>;
  /** Ends every service, the database last. */
  stop: () => Promise<void>;
};

type Stop = () => Promise<void> | void;

/**
 * Starts the edge platform on one machine: Postgres behind Neon's proxy, QStash, Redis, Blob, mail.
 * @throws Error when the folder is in use or a service does not come up; what had started is stopped again
 */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const localDir = resolve(options.localDir);
  const port = options.port ?? 3000;
  const stops: Stop[] = [await claimDirectory(localDir)];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).toReversed()) await end();
  };
  try {
    const secrets = loadSecrets(localDir);
    const ports = await choosePorts(localDir, port, options.ports);
    const appUrl = options.appUrl ?? `http://localhost:${port}`;
    const ownerUrl = options.databaseUrl ?? (await startDatabase(localDir, ports, secrets, stops));
    const databaseUrl = await createDatabase(ownerUrl);
    const proxy = await startProxy(databaseUrl, ports.neon, stops);
    const qstash = await startQstash({
      port: ports.qstash,
      databaseUrl: ownerUrl,
      token: secrets.qstashToken,
      currentSigningKey: secrets.qstashCurrentSigningKey,
      nextSigningKey: secrets.qstashNextSigningKey,
    });
    stops.push(qstash.stop);
    const blob = await startBlob({ dir: `${localDir}/blob`, port: ports.blob, token: secrets.blobToken });
    stops.push(blob.stop);
    // The SDK knows by this name that the store speaks HTTP/1: to no such one can a browser stream what it watches.
    const blobApi = blob.apiUrl.replace('127.0.0.1', 'localhost');
    const redis = await startRedis({
      dir: `${localDir}/redis`,
      port: ports.redis,
      restPort: ports.redisRest,
      token: secrets.redisToken,
      url: options.redisUrl,
    });
    stops.push(redis.stop);
    const mail = await startMail({
      dir: `${localDir}/mail`,
      smtpPort: ports.smtp,
      inboxPort: ports.inbox,
    });
    stops.push(mail.stop);
    const env = {
      DEPLOYMENT: 'local',
      NEXT_TELEMETRY_DISABLED: '1',
      LOCAL_DIR: localDir,
      APP_URL: appUrl,
      APP_SECRET: secrets.appSecret,
      CRON_SECRET: secrets.cronSecret,
      DATABASE_URL: databaseUrl,
      DATABASE_OWNER_URL: ownerUrl,
      ...proxy,
      QSTASH_URL: qstash.url,
      QSTASH_TOKEN: secrets.qstashToken,
      QSTASH_CURRENT_SIGNING_KEY: secrets.qstashCurrentSigningKey,
      QSTASH_NEXT_SIGNING_KEY: secrets.qstashNextSigningKey,
      UPSTASH_REDIS_REST_URL: redis.url,
      UPSTASH_REDIS_REST_TOKEN: secrets.redisToken,
      BLOB_READ_WRITE_TOKEN: secrets.blobToken,
      VERCEL_BLOB_API_URL: blobApi,
      NEXT_PUBLIC_VERCEL_BLOB_API_URL: blobApi,
      VERCEL_BLOB_CALLBACK_URL: appUrl,
      SMTP_URL: mail.smtpUrl,
      MAIL_FROM: 'Flexibees <hello@flexibees.example>',
      MAIL_INBOX_URL: mail.inboxUrl,
    };
    return { env, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @returns the owner's URL of the database `flexibees` on the embedded server */
async function startDatabase(
  localDir: string,
  ports: Ports,
  secrets: Secrets,
  stops: Stop[],
): Promise<string> {
  const start = (): Promise<Postgres> =>
    startPostgres({ dir: `${localDir}/postgres`, port: ports.postgres, password: secrets.postgresPassword });
  let server = await start();
  let stopping = false;
  /** A server that was killed comes back, on the same port. */
  const watch = async (): Promise<void> => {
    await server.exited;
    if (stopping) return;
    server = await start();
    // Asked to stop meanwhile: the one that was asked had ended already.
    if (stopping) await server.stop();
    else await watch();
  };
  const watching = watch();
  stops.push(async () => {
    stopping = true;
    await server.stop();
    await watching;
  });
  return withDatabase(await createOwner(server.url(), secrets.ownerPassword), 'flexibees');
}

/** Neon's own servers speak WebSocket themselves; any other is put behind the proxy. */
async function startProxy(
  databaseUrl: string,
  port: number,
  stops: Stop[],
): Promise<{ NEON_WS_PROXY?: string }> {
  const { hostname, port: target } = new URL(databaseUrl);
  if (hostname.endsWith('.neon.tech')) return {};
  const proxy = await startNeonProxy({ port, target: { host: hostname, port: Number(target || 5432) } });
  stops.push(proxy.stop);
  return { NEON_WS_PROXY: `127.0.0.1:${port}/v1` };
}
