'use client';
import { Button, FileButton, Group, Paper, Text } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import type { EditableProfile } from '@/domain/candidates/schema/editable';
import type { ApplicationView } from '@/domain/pipeline/schema/application';
import { CHOOSE_AGAIN } from '@/ui/choose-again';
import { ProfileEditor } from '@/ui/profile/profile-editor';
import type { AnswerIssue } from '@/ui/questions/question-meta';
import { counted } from '@/ui/score-words';
import classes from './apply.module.css';
import type { PersonForm } from './person-form';
import type { Upload } from './use-upload';

export interface FactsStepProps {
  form: PersonForm;
  view: ApplicationView;
  upload: Upload;
  /** As read, with what the person changed. */
  profile: EditableProfile;
  issues: readonly AnswerIssue[];
  onChange: (changes: Partial<EditableProfile>) => void;
  /** A file in place of the one that was read. */
  onFile: (file: File) => void;
}

const factsRead = (profile: EditableProfile): number =>
  [profile.name, profile.email, profile.phone, profile.place].filter(Boolean).length +
  profile.skills.length +
  profile.experience.length +
  profile.education.length +
  profile.languages.length +
  profile.licences.length;

/** What the résumé told, or what the person types, fact by fact. */
export const FactsStep = (props: FactsStepProps) => {
  const { form, view, upload, profile, issues, onChange, onFile } = props;
  const read = view.read?.profile ?? null;
  const unsure = view.read?.unsure ?? [];
  const confirmed = profile.confirmed ?? [];
  const toCheck = unsure.filter(
    (path) => read !== null && isFound(path, read) && !confirmed.includes(path),
  ).length;
  return (
    <Paper p={20}>
      <Group justify="space-between" align="flex-start" gap={8}>
        <h2 className={`fb-display ${classes.cardTitle}`}>
          {read === null ? 'Your facts' : 'From your résumé'}
        </h2>
        <Group gap={6} className={classes.file}>
          {view.file.name !== null && (
            <>
              <IconFileText size={17} stroke={1.6} aria-hidden="true" />
              <Text size="sm" truncate>
                {view.file.name}
              </Text>
            </>
          )}
          <FileButton
            accept=".pdf,.docx,.txt"
            inputProps={{ 'aria-label': 'Another résumé file', ...CHOOSE_AGAIN }}
            onChange={(file) => {
              if (file !== null) onFile(file);
            }}
          >
            {(open) => (
              <Button {...open} variant="subtle" size="compact-sm">
                {view.file.name === null ? 'Use a résumé' : 'Replace'}
              </Button>
            )}
          </FileButton>
        </Group>
      </Group>
      <Text size="sm" c="dimmed" mb={8}>
        {read === null
          ? 'Name and e-mail are enough to send it. The more is known, the narrower your place in the ranking.'
          : `${counted(factsRead(read), 'fact')} read, ${toCheck} to check. Change anything; your version wins.`}
      </Text>
      <FileState view={view} upload={upload} />
      <ProfileEditor
        key={read === null ? 'by hand' : 'read'}
        profile={profile}
        read={read}
        unsure={unsure}
        confirmed={confirmed}
        issues={issues}
        languageLevels={form.questions.find(({ id }) => id === 'languages')?.parts?.['level']?.options ?? []}
        onChange={onChange}
      />
    </Paper>
  );
};

/** A doubtful reading is worth a look only where something was found. */
const isFound = (path: string, read: EditableProfile): boolean => {
  const [key, index] = path.split('.');
  if (key === 'experience') return read.experience[Number(index)] !== undefined;
  const value = read[key as 'name' | 'email' | 'phone' | 'place'];
  return value !== null && value !== '';
};

/** What became of the file, while the form is open already. */
const FileState = ({ view, upload }: { view: ApplicationView; upload: Upload }) => {
  const { file } = view;
  const words =
    upload.kind === 'sending'
      ? `Sending ${upload.name}, ${Math.round(upload.percent)}%`
      : upload.kind === 'offline'
        ? `The connection is lost. ${upload.name} is kept here and goes on when it is back.`
        : upload.kind === 'lost'
          ? `${upload.name} did not arrive. Choose it again, or go on without.`
          : upload.kind === 'refused'
            ? `${upload.name}: ${upload.problem.title}. ${upload.problem.advice}`
            : file.state === 'received'
              ? `Reading ${file.name ?? 'it'}. It usually takes 2 seconds.`
              : file.state === 'waiting'
                ? `${file.name ?? 'The file'} did not arrive. Choose it again, or go on without.`
                : file.state === 'failed' && file.problem !== null
                  ? `${file.problem.title}. ${file.problem.advice} Or go on by hand.`
                  : null;
  return words === null ? null : (
    <Text size="sm" role="status" className={classes.fileState}>
      {words}
    </Text>
  );
};
