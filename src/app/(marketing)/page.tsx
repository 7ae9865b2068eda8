export default function LandingPage() {
  return <main>Flexibees Employer</main>;
}
