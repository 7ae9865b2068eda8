import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';

/** What went wrong with a form as a whole; read out when it appears. */
export const Failure = ({ children }: { children: string | null }) => (
  <div role="alert">
    {children !== null && (
      <Alert
        color="brick"
        variant="light"
        icon={<IconAlertTriangle size={18} stroke={1.6} />}
        py={10}
        mb={14}
      >
        {children}
      </Alert>
    )}
  </div>
);
