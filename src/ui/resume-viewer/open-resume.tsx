'use client';
import { Modal, UnstyledButton } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconFileText } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from '@/ui/resume-viewer/resume-viewer.module.css';

/** A file's name that opens it over the page; `children` show it and are made only then. */
export function OpenResume({ fileName, children }: { fileName: string; children: ReactNode }) {
  const [opened, { open, close }] = useDisclosure(false);
  const phone = useMediaQuery('(max-width: 767px)', false);
  return (
    <>
      <UnstyledButton className="fb-link" fz="sm" onClick={open} aria-haspopup="dialog">
        <IconFileText size={15} stroke={1.6} aria-hidden="true" /> {fileName}
      </UnstyledButton>
      <Modal
        opened={opened}
        onClose={close}
        title={fileName}
        size={960}
        fullScreen={phone}
        padding={0}
        classNames={{ header: classes.modalHeader, body: classes.modalBody }}
      >
        {children}
      </Modal>
    </>
  );
}
