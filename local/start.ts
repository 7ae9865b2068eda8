import { resolve } from 'node:path';
import { startBlob } from './blob/server';
import { createDatabase, createOwner, withDatabase } from './database';
import { claimDirectory } from './lock';
import { startNeonProxy } from './neon';
import { choosePorts, type Ports } from './ports';
import { startPostgres } from './postgres';
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
};

export type Platform = {
  /** Everything that the application, the migrations and the seed need. */
  env: Record<string, string>;
  /** Ends every service, the database last. */
  stop: () => Promise<void>;
};

type Stop = () => Promise<void> | void;

/**
 * Starts the edge platform on one machine: Postgres, Neon's proxy.
 * @throws Error when the folder is in use or a service does not come up; what had started is stopped again
 */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const localDir = resolve(options.localDir);
  const port = options.port ?? 3000;
  const stops: Stop[] = [claimDirectory(localDir)];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).toReversed()) await end();
  };
  try {
    const secrets = loadSecrets(localDir);
    const ports = await choosePorts(localDir, port, options.ports);
    const appUrl = options.appUrl ?? `http://localhost:${port}`;
    const ownerUrl = options.databaseUrl ?? (await startDatabase(localDir, ports, secrets, stops));
    const databaseUrl = await createDatabase(ownerUrl);
    const target = new URL(databaseUrl);
    const neon = await startNeonProxy({
      port: ports.neon,
      target: { host: target.hostname, port: Number(target.port || 5432) },
    });
    stops.push(neon.stop);
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
    const env = {
      DEPLOYMENT: 'local',
      NEXT_TELEMETRY_DISABLED: '1',
      LOCAL_DIR: localDir,
      APP_URL: appUrl,
      APP_SECRET: secrets.appSecret,
      CRON_SECRET: secrets.cronSecret,
      DATABASE_URL: databaseUrl,
      DATABASE_OWNER_URL: ownerUrl,
      NEON_WS_PROXY: `127.0.0.1:${ports.neon}/v1`,
      QSTASH_URL: qstash.url,
      QSTASH_TOKEN: secrets.qstashToken,
      QSTASH_CURRENT_SIGNING_KEY: secrets.qstashCurrentSigningKey,
      QSTASH_NEXT_SIGNING_KEY: secrets.qstashNextSigningKey,
      BLOB_READ_WRITE_TOKEN: secrets.blobToken,
      VERCEL_BLOB_API_URL: blob.apiUrl,
      NEXT_PUBLIC_VERCEL_BLOB_API_URL: blob.apiUrl,
      VERCEL_BLOB_CALLBACK_URL: appUrl,
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
  const server = await startPostgres({
    dir: `${localDir}/postgres`,
    port: ports.postgres,
    password: secrets.postgresPassword,
  });
  stops.push(server.stop);
  return withDatabase(await createOwner(server.url(), secrets.ownerPassword), 'flexibees');
}
