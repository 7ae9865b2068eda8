import { Alert } from '@mantine/core';

/** Why the sliders are not saved as the draft `name`: a save failed, or is held until the connection is back. */
export const SaveNote = ({
  name,
  failure,
  held,
}: {
  name: string;
  failure: string | null;
  held: boolean;
}) => {
  if (held) {
    return (
      <Alert color="honey" m={12} role="status" title="No connection">
        {name} is saved when the connection is back. The sliders are kept on this device.
      </Alert>
    );
  }
  return (
    failure !== null && (
      <Alert color="red" m={12} role="alert" title="Not saved">
        {failure}
      </Alert>
    )
  );
};
