/** What a section of a résumé is about. */
export const SECTION_KINDS = [
  'summary',
  'experience',
  'education',
  'skills',
  'projects',
  'languages',
  'licences',
  'awards',
  'publications',
  'interests',
  'personal',
  'contact',
  'references',
  'declaration',
  'volunteering',
  'training',
  'activities',
  'other',
] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

/** Whole headings, as people write them, comma-separated; spaces, case and punctuation do not count. */
export const HEADING_PHRASES: Readonly<Partial<Record<SectionKind, string>>> = {
  summary: `
    summary, profile, objective, about, about me, career objective, professional summary, executive
    summary, summary of qualifications, qualifications summary, career summary, experience summary,
    profile summary, professional profile, job objective, professional objective, personal statement,
    career profile, synopsis, professional synopsis, summary of experience, career highlights,
    highlights, overview, professional overview, introduction, bio, biography, who am i, objectives,
    carrier objective, career goal, goal, summary statement, value proposition, career snapshot, profil,
    resumen, perfil, uber mich, a propos, in brief, snapshot`,
  experience: `
    experience, work experience, professional experience, employment, employment history, work history,
    career history, employment record, employment details, work details, professional background, work
    background, job history, job experience, career progression, career path, organisational experience,
    organizational experience, organization experience, experience details, work experience details,
    professional experience details, internship, internships, internship experience, experience and
    internships, work and experience, professional history, relevant experience, industry experience,
    industrial experience, working experience, experiences, positions held, career contour, professional
    journey, professional career, career, work, experience highlights, current employment, previous
    employment, past experience, present employment, employment summary, employment profile,
    occupational contour, professional engagements, work profile, assignments, where i have worked,
    freelance experience, freelancing, freelance work, corporate experience, employment experience, work
    exposure, occupation details, company details, berufserfahrung, berufliche erfahrung, experience
    professionnelle, experiences professionnelles, experiencia, experiencia laboral, experiencia
    profesional, esperienza, esperienze professionali, werkervaring, parcours professionnel, current
    role, previous roles, roles, professional work experience, career experience, organizational scan,
    employment scan, job profile, work summary, professional highlights, career record, service record`,
  education: `
    education, educational qualification, educational qualifications, academic qualification, academic
    qualifications, academics, academic background, educational background, education details,
    educational details, academic details, academic profile, education and training, qualification,
    qualifications, academic record, academic records, academic credentials, education qualification,
    scholastics, scholastic record, academia, academic history, education history, education background,
    educational credentials, academic chronicle, academic qualification details, education and
    qualifications, professional qualification, professional qualifications, education summary, studies,
    educational profile, academic achievements, academic career, educational history, education and
    credentials, education and certifications, education and certification, ausbildung, bildung,
    formation, educacion, formacion academica, istruzione, opleiding, schooling, degrees, education and coursework`,
  skills: `
    skills, technical skills, key skills, core skills, core competencies, competencies, areas of
    expertise, area of expertise, expertise, technical expertise, technical proficiency, technical
    proficiencies, computer skills, computer proficiency, computer knowledge, software skills, software
    proficiency, software knowledge, software, it skills, it proficiency, skill set, skillset, skill
    sets, skills set, technologies, technical summary, technical skill set, technical skills set, tools,
    tools and technologies, technology stack, tech stack, technical knowledge, technical competencies,
    key competencies, professional skills, soft skills, hard skills, skills and abilities, skills and
    expertise, skills and competencies, skills summary, summary of skills, programming languages,
    programming skills, programming, programming language, functional skills, domain skills, relevant
    skills, other skills, additional skills, personal skills, interpersonal skills, strengths, key
    strengths, core strengths, personal strengths, strength, skills and tools, skills and technologies,
    technologies and tools, languages and technologies, technical tools, technical environment,
    specialties, specialities, specializations, proficiencies, proficiency, key skill areas, key
    expertise, core expertise, functional expertise, skills profile, technical profile, kenntnisse,
    fahigkeiten, competences, habilidades, competencias, competenze, vaardigheden, technology,
    skill, technical skill, key skill, frameworks, databases, tool, platforms, computer
    literacy, it knowledge, abilities, skills and interests, top skills, main skills, key areas, core
    areas, skills and languages, skills and certifications, skills and knowledge, technical skills and
    tools, software and tools, programming languages and tools, tools and software, digital skills,
    design skills, software exposure, relevant skills and tools, skill highlights, technical
    exposure, functional competencies, professional competencies`,
  projects: `
    projects, project, academic projects, academic project, personal projects, key projects, project
    details, projects undertaken, project experience, selected projects, side projects, project work,
    projects handled, project profile, open source, open source projects, projects and research,
    research projects, notable projects, major projects, mini project, project summary, portfolio,
    technical projects, projects executed, project highlights, details of projects, major project,
    projects details, recent projects, projekte, projets, proyectos, live projects, open source
    contributions`,
  languages: `
    languages, language, languages known, language known, language skills, known languages, linguistic
    skills, linguistic proficiency, language proficiency, language competencies, languages spoken,
    language abilities, sprachen, sprachkenntnisse, langues, idiomas, lingue, talen, languages and
    proficiency, spoken languages`,
  licences: `
    certifications, certification, certificates, certificate, licenses, licences, license, licence,
    licenses and certifications, licences and certifications, certifications and licenses, professional
    certifications, technical certifications, certifications and training, certifications and trainings,
    courses and certifications, certifications and courses, certification courses, professional
    certification, accreditations, credentials, professional credentials, certification and training,
    certification and licenses, certificates and courses, certifications and awards, professional
    licenses, registrations, professional development and certifications, certifications completed,
    certification details`,
  awards: `
    awards, honors, honours, honors and awards, awards and honors, achievements, key achievements,
    accomplishments, awards and achievements, achievements and awards, awards and recognition, awards
    and recognitions, recognition, scholarships, honors and scholarships, rewards and recognition,
    rewards and recognitions, accolades, notable achievements, professional achievements, awards and
    scholarships, achievement, awards and accomplishments, rewards, awards and certifications, honours
    and awards, selected achievements, academic honors, key accomplishments, major achievements,
    personal achievements, patents, most proud of`,
  publications: `
    publications, papers, research, selected publications, research papers, publications and
    presentations, presentations, talks, conferences, research and publications, paper presentations,
    papers presented, books, articles, writing, presentation, public speaking, paper published, research
    interests, press, media`,
  interests: `
    interests, hobbies, hobbies and interests, interests and hobbies, personal interests, interest,
    hobby, passions, areas of interest, area of interest, field of interest, fields of interest,
    intersts, my interests, other interests, extra curricular interests`,
  personal: `
    personal details, personal information, personal profile, personal data, personal dossier, personal
    particulars, bio data, biodata, personal info, personal, personal snippets, personal vitae, other
    details, additional information, additional details, other information, miscellaneous, personal
    background, passport details, about myself, family details, personal minutiae, personal traits,
    personal attributes, personal qualities, personality traits, details, additional, general
    information`,
  contact: `
    contact, contact me, contact details, contact information, contact info, contacts, get in touch,
    address, links, social, social media, social links, online, websites, find me online, profiles,
    reach me, social profiles, online profiles, online presence, kontakt, contacto, coordonnees, web, my
    contact, websites and profiles, websites portfolios profiles, social network`,
  references: `
    references, reference, referees, referee, professional references, testimonials, recommendations,
    referenzen, referencias, professional reference`,
  declaration: `
    declaration, declarations, undertaking, disclaimer, self declaration`,
  volunteering: `
    volunteering, volunteer, volunteer experience, volunteer work, voluntary work, community service,
    social service, community involvement, community, volunteering experience, volunteer activities,
    social work, voluntary experience, community engagement, volunteer and community, causes,
    volunteerism, civic engagement, benevolat, voluntariado`,
  training: `
    training, trainings, trainings attended, workshops, seminars, training and workshops, workshops
    attended, trainings and workshops, professional training, industrial training, courses, coursework,
    relevant coursework, course work, relevant courses, professional development, training attended,
    training details, courses completed, training undertaken, industrial visits, industrial visit,
    seminars and workshops, key courses, online courses, selected coursework, training and development,
    vocational training, summer training, training programs, technical training, additional courses, key
    coursework`,
  activities: `
    activities, extracurricular activities, extra curricular activities, extra curricular,
    extracurricular, leadership, co curricular activities, positions of responsibility, position of
    responsibility, affiliations, memberships, professional memberships, professional affiliations,
    membership, leadership and activities, associations, clubs, activities and interests,
    extracurriculars, leadership and involvement, activities and leadership, curricular activities,
    campus involvement, professional associations, organizations, activities and societies, extra
    activities, leadership activities, involvement, sports, co curricular and extra curricular
    activities, events, extra academic activities`,
  other: `
    my time, a day of my life, life philosophy, my life philosophy, philosophy, favorite quote, quote,
    key responsibilities handled, responsibilities handled, availability, visa status, compensation,
    expected salary, salary details, work authorization, work permit, domain knowledge, clients, key
    clients, major clients`,
};

/** The nouns that decide what a longer heading ("Relevant Marketing Experience") is about. */
const NOUNS: Readonly<Partial<Record<SectionKind, string>>> = {
  experience: 'experience experiences employment internships internship',
  skills:
    'skills competencies expertise proficiencies technologies strengths competences skillset proficiency abilities',
  education: 'education qualifications qualification academics',
  projects: 'projects',
  languages: 'languages',
  licences: 'certifications certificates certification licenses licences',
  awards: 'awards honors honours achievements accomplishments',
  publications: 'publications presentations',
  interests: 'interests hobbies',
  references: 'references',
  activities: 'activities memberships affiliations',
  volunteering: 'volunteering',
  training: 'training trainings courses coursework workshops',
  summary: 'summary profile objective',
};

export const HEAD_NOUNS: ReadonlyMap<string, SectionKind> = new Map(
  SECTION_KINDS.flatMap((kind) => (NOUNS[kind]?.split(' ') ?? []).map((noun) => [noun, kind] as const)),
);

/** Words that may stand beside a head noun without making the line something else than a heading. */
export const HEADING_MODIFIERS: ReadonlySet<string> = new Set(
  (
    'and of the in my with for other key core main top additional relevant selected related recent current previous past present professional personal ' +
    'work working career job academic educational technical functional technological industry industrial corporate international ' +
    'teaching research clinical legal military leadership management managerial internship volunteer voluntary software computer it ' +
    'programming digital design soft hard business language certified licensed history details background information record summary overview ' +
    'highlights profile tools knowledge areas set sets organisational organizational employment experience education skills certifications ' +
    'awards projects training courses interests activities languages qualifications technologies achievements honors special community service ' +
    'major minor full time part freelance consulting engineering sales marketing finance financial accounting nursing healthcare medical ' +
    'administrative administration total early notable significant extracurricular social volunteering'
  ).split(' '),
);
