const HEADS = `
  engineer developer programmer coder architect manager director analyst consultant specialist coordinator administrator admin
  assistant associate executive officer lead leader head intern internee trainee apprentice supervisor representative rep agent advisor
  adviser accountant auditor bookkeeper cashier clerk teacher tutor lecturer professor instructor trainer educator facilitator
  counselor counsellor therapist nurse physician doctor surgeon dentist pharmacist technician technologist mechanic electrician
  operator driver designer artist illustrator animator photographer videographer editor writer copywriter author journalist
  reporter researcher scientist fellow attorney lawyer paralegal advocate solicitor secretary receptionist buyer merchandiser
  planner strategist marketer recruiter generalist partner founder cofounder owner proprietor president vp avp svp evp ceo cto cfo coo cio cmo
  chairman chairperson principal dean chef cook baker waiter waitress server bartender barista host hostess housekeeper janitor guard
  inspector surveyor estimator superintendent foreman controller comptroller treasurer banker broker trader underwriter actuary
  economist statistician mathematician physicist chemist biologist microbiologist biochemist geologist tester sdet sde swe sre devops
  qa volunteer docent caregiver caretaker nanny babysitter salesperson salesman saleswoman telecaller moderator ambassador evangelist curator librarian
  translator interpreter linguist stylist beautician hygienist paramedic firefighter policeman soldier sergeant captain lieutenant major pilot steward stewardess
  worker labourer laborer helper packer picker welder machinist fitter plumber carpenter painter gardener freelancer contractor
  mts sme ta ra gra gta pm hrbp postdoc scholar mentor coach member faculty warden anchor presenter producer actor actress
  musician composer model choreographer dancer athlete investigator detective negotiator organiser organizer
  registrar resident practitioner optometrist radiographer physiotherapist dietitian dietician nutritionist psychologist psychiatrist
  pathologist phlebotomist sonographer veterinarian midwife orderly attendant aide custodian dispatcher expeditor handler loader
  storekeeper warehouseman stocker shopkeeper retailer distributor promoter canvasser fundraiser
  collector tallyman typist stenographer transcriptionist proofreader annotator scrummaster expert professional
  draftsman draughtsman draftsperson drafter modeler modeller quant tradesman installer erector rigger blogger vlogger
  influencer creator columnist correspondent critic publicist lobbyist diplomat consul minister mayor legislator judge magistrate clergy pastor
  chaplain rabbi imam nun missionary evaluator examiner proctor invigilator appraiser assessor adjuster closer processor originator
  teller supporter sponsor delegate deputy executive-assistant bearer runner usher valet concierge bellboy doorman
  sister matron counsel commis master postmaster webmaster headmaster headmistress headteacher rector chancellor provost bursar
  preceptor adjunct incharge in-charge trustee convener convenor councillor commissioner governor constable sub-inspector watchman
  lifeguard bouncer cadet commander brigadier colonel corporal lineman foreperson chairwoman jockey emcee telemarketer purchaser sourcer
  headhunter screener scheduler liaison champion locum observer optician radiologist cardiologist anaesthetist anesthetist
  paediatrician pediatrician gynaecologist gynecologist oncologist orthodontist audiologist podiatrist osteopath epidemiologist
  virologist toxicologist metallurgist hydrologist meteorologist archaeologist anthropologist sociologist historian archivist
  agronomist horticulturist botanist zoologist ecologist geographer cartographer astronomer notary mediator arbitrator conciliator
  ombudsman landscaper florist arborist brewer distiller winemaker butcher confectioner decorator upholsterer joiner bricklayer roofer
  glazier plasterer driller miner sailor deckhand fabricator grinder millwright pipefitter assembler sorter checker verifier operative
  colleague crew cleaner sysadmin dba colourist colorist retoucher cinematographer screenwriter playwright novelist subtitler
  enumerator interviewer adjudicator umpire referee pianist vocalist tutor-mentor mobiliser mobilizer embryologist
  ingénieur ingenieur développeur développeuse technicien comptable stagiaire infirmier infirmière vendeur vendeuse directeur directrice
  responsable desarrollador desarrolladora ingeniero ingeniera analista contador contadora profesor profesora enfermero enfermera
  gerente jefe consultor consultora becario técnico técnica entwickler entwicklerin leiter leiterin berater beraterin mitarbeiter
  mitarbeiterin werkstudent werkstudentin praktikant praktikantin kaufmann kauffrau sachbearbeiter sachbearbeiterin responsabile direttore
  docente insegnante impiegato medewerker projectleider adviseur verpleegkundige kierownik specjalista programista inżynier
  subeditor sub-editor copyeditor storyteller researcher-intern gamemaster staff co-founder co-op coop landlord sommelier
`;
const TITLE_HEADS: ReadonlySet<string> = new Set(HEADS.trim().split(/\s+/));

const RANKS: ReadonlySet<string> = new Set(
  (
    'senior sr junior jr lead principal staff chief deputy assistant associate vice global regional national zonal area district ' +
    'graduate undergraduate postgraduate trainee managing executive acting interim entry mid level certified registered licensed ' +
    'freelance self-employed independent full-stack fullstack frontend front-end backend back-end part-time'
  ).split(' '),
);

/** Words that make "Head of …", "Director, …", "VP …" a title even when a noun of the trade comes last. */
const OPENERS =
  /^(?:head|director|vp|vice[\s-]president|avp|svp|chief|president|manager|dean|chair|member|team lead|lead|assistant|associate|founder|co-?founder|owner|intern|trainee|officer|secretary|professor|fellow)\b/i;
const ABBREVIATED =
  /\b(?:SDE|SDET|SWE|MTS|SMTS|QA|SRE|BDE|BDM|HRBP|GET|DGM|AGM|RM|ASM|TSM|KAM|PMO|TPM|CSM|CRA|PGT|TGT|PRT)(?:[\s-]*(?:I{1,3}|IV|V|\d))?\b/;

function words(text: string): string[] {
  return (
    text
      .toLowerCase()
      .match(/[\p{L}][\p{L}.'’-]*/gu)
      ?.map((word) => word.replace(/[.'’]+$/u, '')) ?? []
  );
}

const isHead = (word: string): boolean => TITLE_HEADS.has(word);

/**
 * How much a piece of text reads as a job title, 0–1: 1 when its first part ends in a word of occupation ("Senior QA
 * Engineer, Payments"), less when such a word only occurs in it.
 */
export function titleScore(text: string): number {
  const bare = text.replace(/\([^)]*\)/g, ' ').trim();
  const part = bare.split(/,|\s[–—|-]\s|\bof\b|\bfor\b|\bon the\b|\bin\b|\bat\b/)[0] ?? bare;
  const all = words(bare);
  if (all.length === 0 || all.length > 16) return 0;
  const first = words(part);
  const grade = /^(?:i{1,3}|iv|v|\d|level)$/;
  const last = first.filter((word) => !grade.test(word)).at(-1);
  if (last !== undefined && isHead(last)) return 1;
  if (last === 'senior' && first.length > 1) return 0.85;
  if (OPENERS.test(bare)) return 0.9;
  if (ABBREVIATED.test(bare)) return 0.85;
  const end = all.filter((word) => !grade.test(word)).at(-1);
  if (end !== undefined && isHead(end)) return 0.9;
  if (all.some(isHead)) return 0.65;
  const [lead] = all;
  return lead !== undefined && RANKS.has(lead) ? 0.4 : 0;
}
