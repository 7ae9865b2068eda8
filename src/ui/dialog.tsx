'use client';
import { Modal, type ModalProps } from '@mantine/core';
import { useEffect } from 'react';

/** Where the keyboard is outside of any dialog. */
const focusedOutside = (): HTMLElement | null => {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : null;
};

/** A modal that is on the page only while it is open. Closed, it gives the keyboard back to what opened it, if that is still there. */
export const Dialog = (props: Omit<ModalProps, 'opened'>) => {
  useEffect(() => {
    // The modal takes the focus a moment later than this.
    const opener = focusedOutside();
    return () => {
      if (focusedOutside() === null && opener?.isConnected === true) opener.focus();
    };
  }, []);
  return <Modal opened {...props} />;
};
