'use client';
import type { EditableProfile } from '@/domain/candidates/schema/editable';
import { ContactFacts } from '@/ui/profile/contact-facts';
import { EducationFacts, ExperienceFacts } from '@/ui/profile/history-facts';
import { LanguageFacts, LicenceFacts } from '@/ui/profile/other-facts';
import classes from '@/ui/profile/profile.module.css';
import { SkillFacts } from '@/ui/profile/skill-facts';
import type { AnswerIssue, QuestionOption } from '@/ui/questions/question-meta';

export interface ProfileEditorProps {
  profile: EditableProfile;
  /** As it was read; null when the person fills it in by hand. */
  read: EditableProfile | null;
  /** Paths of facts that were read with doubt: `place`, `experience.2`. */
  unsure: readonly string[];
  /** Paths of facts that the person said are right. */
  confirmed: readonly string[];
  /** What is wrong, at paths such as `email` and `experience.0.end`. */
  issues: readonly AnswerIssue[];
  /** Tells the facts that changed, each whole. */
  onChange: (changes: Partial<EditableProfile>) => void;
  languageLevels: readonly QuestionOption[];
  /** The address stays as it is: links go there. */
  addressStays?: boolean;
}

/** Every fact of a person, to be read and put right. Needs `QuestionSourcesProvider` above it. */
export function ProfileEditor(props: ProfileEditorProps) {
  const { profile, read, unsure, confirmed, issues, onChange, languageLevels } = props;
  const onConfirm = (path: string) => onChange({ confirmed: [...new Set([...confirmed, path])] });
  const shared = { issues, unsure, confirmed, onConfirm };
  return (
    <div className={classes.editor}>
      <ContactFacts
        {...shared}
        profile={profile}
        read={read}
        onChange={onChange}
        addressStays={props.addressStays === true}
      />
      <ExperienceFacts
        {...shared}
        items={profile.experience}
        read={read?.experience}
        onChange={(experience) => onChange({ experience })}
      />
      <SkillFacts
        issues={issues}
        skills={profile.skills}
        read={read?.skills}
        onChange={(skills) => onChange({ skills })}
      />
      <EducationFacts
        {...shared}
        items={profile.education}
        read={read?.education}
        onChange={(education) => onChange({ education })}
      />
      <LanguageFacts
        {...shared}
        items={profile.languages}
        read={read?.languages}
        levels={languageLevels}
        onChange={(languages) => onChange({ languages })}
      />
      <LicenceFacts
        {...shared}
        items={profile.licences}
        read={read?.licences}
        onChange={(licences) => onChange({ licences })}
      />
    </div>
  );
}
