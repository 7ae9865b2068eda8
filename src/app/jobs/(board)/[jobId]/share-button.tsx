'use client';
import { IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import classes from '@/ui/board/job.module.css';

/** Hands the job on: by what the device offers, else as a copied link. */
export const ShareButton = ({ title, path }: { title: string; path: string }) => {
  const [copied, setCopied] = useState(false);
  const share = async (): Promise<void> => {
    const url = new URL(path, window.location.origin).href;
    try {
      if (typeof navigator.share === 'function') await navigator.share({ title, url });
      else {
        await navigator.clipboard.writeText(url);
        setCopied(true);
      }
    } catch {
      // Closed by the person, or not allowed: the address bar has the link.
    }
  };
  return (
    <button type="button" className={classes.share} onClick={() => void share()}>
      <IconLink size={16} stroke={1.6} aria-hidden="true" />
      <span role="status">{copied ? 'Link copied' : 'Share this job'}</span>
    </button>
  );
};
