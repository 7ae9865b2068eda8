import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { candidates, candidateVersions } from '@/db/schema';
import { addPerson } from '@/domain/candidates/commands';
import { authorize } from '@/domain/kernel/actor';
import type { Context } from '@/domain/kernel/context';
import { asWorker } from '@/domain/kernel/transaction';
import { testContext, WORKER } from '@/testing/context';
import { createTestDatabase, type TestDatabase } from '@/testing/database';
import { createMember, type MemberActor } from '@/testing/factories';
import { fullAnswers, profileOf } from '@/testing/people';
import { clearOutbox, deliverAll, type Consumers } from '@/testing/queue';
import { importPeople } from './commands/import-people';
import { consumeImportRows } from './consumers/import-rows';
import { getImport, importReport } from './queries';

let test: TestDatabase;
let worker: Context;
let member: MemberActor;
let ctx: Context;
beforeAll(async () => {
  test = await createTestDatabase();
  worker = testContext(test.db, WORKER);
});
afterAll(() => test.close());
beforeEach(async () => {
  await clearOutbox(worker);
  member = await createMember(test.db);
  ctx = testContext(test.db, member);
});

const consumers: Consumers = { 'import-rows': consumeImportRows };
const bring = (csv: string) =>
  importPeople(ctx, authorize(member, 'candidate:write'), {
    csv,
    fileName: 'people.csv',
    jobId: null,
    lawfulBasis: 'consent',
  });
const reader = () => authorize(member, 'candidate:read');
const people = () =>
  asWorker(worker, (tx) =>
    tx
      .select()
      .from(candidates)
      .innerJoin(candidateVersions, eq(candidateVersions.id, candidates.currentVersionId))
      .where(eq(candidates.organizationId, member.organizationId)),
  );

describe('a table of people', () => {
  it('becomes people row by row, wrong rows named by line and column, ready to be corrected', async () => {
    const { importId } = await bring(
      [
        'name,email,phone,city,country,title,company,since,skills,hours_min,hours_max',
        'Meera Joshi,Meera@one.example,+91 98765 43210,Pune,IN,Accountant,Nandi Stationers,2019-04,Tally|GST,10,20',
        '"=HYPERLINK(""x"")",not an address,,Nowhereton,,,,,Tally|Divination,,',
        'Ravi,ravi@one.example,,,,,,,,30,20',
        '',
      ].join('\n'),
    );
    const delivered = await deliverAll(worker, consumers, 2);
    expect(delivered.filter((topic) => topic === 'import-finished')).toHaveLength(1);
    const view = await getImport(ctx, reader(), { importId });
    expect(view).toMatchObject({ state: 'finished', kind: 'people_csv', counts: { parsed: 1, failed: 2 } });
    expect(view.items.map(({ line, state }) => [line, state])).toEqual([
      [2, 'parsed'],
      [3, 'failed'],
      [4, 'failed'],
    ]);
    for (const part of ['email: Check this address.', 'city: ', '“Divination”'])
      expect(view.items[1]?.problem?.words).toContain(part);
    expect(view.items[2]?.problem?.words).toMatch(/^hours_min: /);
    const [meera, ...others] = await people();
    expect(others).toEqual([]);
    expect(meera?.candidates).toMatchObject({
      email: 'meera@one.example',
      cityName: 'Pune',
      headline: 'Accountant',
      hoursMin: 10,
    });
    expect(meera?.candidate_versions.profile.experience[0]).toMatchObject({
      start: '2019-04',
      end: 'present',
      provenance: 'imported',
    });

    const report = await importReport(ctx, reader(), { importId });
    expect(report.split('\n')[0]).toBe('email,name,city,skills,hours_min,hours_max,line,what to do');
    expect(report).toContain(`"'=HYPERLINK(""x"")"`);
    const corrected = report
      .replace('not an address', 'mina@one.example')
      .replace('Nowhereton', 'Nagpur')
      .replace('|Divination', '')
      .replace(',30,20,', ',20,30,');
    await clearOutbox(worker);
    const again = await bring(corrected);
    await deliverAll(worker, consumers);
    expect(await getImport(ctx, reader(), again)).toMatchObject({ counts: { parsed: 2, failed: 0 } });
  });

  it('tells more of a known person without taking anything away', async () => {
    const known = await asWorker(worker, (tx) =>
      addPerson(worker, tx, {
        organizationId: member.organizationId,
        lawfulBasis: 'consent',
        poolConsentAt: null,
        profile: profileOf('Asha Pillai', 'asha@one.example', ['tally']),
        answers: fullAnswers,
        resumeId: null,
        parserVersion: null,
      }),
    );
    await bring('name,email,skills,hours_max\nA. Pillai,ASHA@one.example,GST,30\n');
    await deliverAll(worker, consumers, 2);
    const [asha, ...others] = await people();
    expect(others).toEqual([]);
    expect(asha?.candidates).toMatchObject({ id: known, name: 'Asha Pillai', skillIds: ['tally', 'gst'] });
    expect(asha?.candidate_versions).toMatchObject({
      number: 2,
      answers: { ...fullAnswers, hours: { min: 30, max: 30 } },
    });
  });

  it('leaves what the person said themselves, wherever they said it', async () => {
    const known = await asWorker(worker, (tx) =>
      addPerson(worker, tx, {
        organizationId: member.organizationId,
        lawfulBasis: 'consent',
        poolConsentAt: null,
        profile: { ...profileOf('Asha Pillai', 'asha@two.example', ['tally']), edited: ['skills'] },
        answers: { hours: { min: 10, max: 20 }, focus: 'both' },
        resumeId: null,
        parserVersion: null,
      }),
    );
    await test.owner.query('update candidates set email_verified_at = now() where id = $1', [known]);
    await bring('name,email,skills,hours_max,meeting_notice\nAsha,asha@two.example,GST,30,one_day\n');
    await deliverAll(worker, consumers, 2);
    const asha = (await people()).find(({ candidates: { id } }) => id === known);
    expect(asha?.candidate_versions.answers).toEqual({
      hours: { min: 10, max: 20 },
      focus: 'both',
      meeting_notice: 'one_day',
    });
    expect(asha?.candidates.skillIds).toEqual(['tally']);
  });

  it('of many rows goes on in further messages and ends once', async () => {
    const rows = Array.from({ length: 250 }, (_, n) => `Person ${n},p${n}@one.example`);
    const { importId } = await bring(`name,email\n${rows.join('\n')}\n`);
    const delivered = await deliverAll(worker, consumers, 2);
    expect(delivered.filter((topic) => topic === 'import-rows')).toHaveLength(3);
    expect(delivered.filter((topic) => topic === 'import-finished')).toHaveLength(1);
    const view = await getImport(ctx, reader(), { importId });
    expect(view.counts).toMatchObject({ parsed: 250 });
  });

  it('keeps a row that cannot be told from its neighbours as failed, at its line, and takes in the others', async () => {
    const { importId } = await bring(
      'name;email\nMeera Joshi;meera@one.example\n"Ravi;ravi@one.example\nMina;mina@one.example\n',
    );
    await deliverAll(worker, consumers);
    const { items, counts, state } = await getImport(ctx, reader(), { importId });
    expect({ state, counts }).toMatchObject({ state: 'finished', counts: { parsed: 2, failed: 1 } });
    expect(items.map((item) => [item.line, item.state])).toEqual([
      [2, 'parsed'],
      [3, 'failed'],
      [4, 'parsed'],
    ]);
    expect(items[1]?.problem?.words).toContain('A quote (") opens here and does not close.');
    expect(await importReport(ctx, reader(), { importId })).toContain('A quote (');
  });

  it.each([
    ['no rows', 'name,email\n', 'no rows'],
    ['no address column', 'name,phone\nA,1\n', 'name and email'],
    ['an unknown column', 'name,email,shoe size\nA,a@one.example,41\n', 'shoe size'],
    ['a workbook', 'PK\u0003\u0004', 'Excel workbook'],
  ])('with %s is refused whole, with the reason', async (_name, csv, words) => {
    await expect(bring(csv)).rejects.toMatchObject({
      code: 'invalid_input',
      details: { issues: [{ path: 'csv', message: expect.stringContaining(words) }] },
    });
    expect(await people()).toEqual([]);
  });
});
