import type { Metadata } from 'next';
import { PeopleScreen } from './people-screen';

export const metadata: Metadata = { title: 'People' };

const PeoplePage = () => <PeopleScreen />;
export default PeoplePage;
