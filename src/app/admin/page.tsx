import { redirect } from 'next/navigation';

/** The start of the platform's part. */
const AdminPage = () => redirect('/admin/weights');
export default AdminPage;
