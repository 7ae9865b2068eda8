'use client';
import { Button, Modal, Paper, Text } from '@mantine/core';
import { IconClipboardText } from '@tabler/icons-react';
import { useState } from 'react';
import type { AdReading } from '@/domain/jobs/schema/ad';
import classes from './ad.module.css';
import { PasteAd } from './paste-ad';

/** Offered while a draft is nearly empty: an ad that exists already fills the form in. */
export const AdOffer = ({ onRead }: { onRead: (reading: AdReading) => void }) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Paper p={16} mb={16} className={classes.offer}>
        <Text size="sm" className={classes.words}>
          Is there an ad for this job already? Paste it and the form is filled in. What you have answered
          stays.
        </Text>
        <Button
          variant="default"
          leftSection={<IconClipboardText size={17} stroke={1.6} aria-hidden="true" />}
          onClick={() => setOpen(true)}
        >
          Paste a job ad
        </Button>
      </Paper>
      <Modal opened={open} onClose={() => setOpen(false)} title="Paste a job ad" size="lg">
        <PasteAd
          action="Fill in the form"
          onCancel={() => setOpen(false)}
          onRead={(reading) => {
            setOpen(false);
            onRead(reading);
          }}
        />
      </Modal>
    </>
  );
};
