import { list, type Pool } from '../pool';

/** Words of the half that the parser is developed on. */
export const seenPool: Pool = {
  fields: [
    {
      titles: list(
        'Software Engineer / Software Engineer II / Senior Software Engineer / Engineering Manager / Full Stack Developer',
      ),
      bullets: list(`
        Rewrote the billing service in Go and cut its error rate by 40% / Built dashboards in React for a support team of 30
        / Moved 14 services to Kubernetes without a minute of downtime
        / Reviewed designs, ran the on-call rota and mentored four juniors
        / Designed REST APIs that serve 2 million requests a day, with contract tests and rate limits per client
        / Introduced code owners and trunk-based development / Tuned slow PostgreSQL queries, median response down from 900 ms to 120 ms`),
      skills: [
        ['Languages', list('Go / Python / TypeScript / SQL')],
        ['Tools', list('Docker / Kubernetes / Git / Jenkins')],
        ['Frameworks', list('React / Django / Spring Boot')],
      ],
      projects: [
        ['Monsoon Map', 'Flood reports on a city map, Python and React'],
        ['Tiny Ledger', 'Double-entry book-keeping for the command line'],
      ],
      certificates: [
        ['AWS Certified Developer', 'Amazon Web Services'],
        ['Certified Kubernetes Administrator', 'CNCF'],
      ],
      subjects: list('Computer Science / Information Technology / Electronics and Communication'),
    },
    {
      titles: list('Accounts Assistant / Accountant / Senior Accountant / Finance Manager'),
      bullets: list(`
        Closed the books of three entities within five working days / Prepared GST and TDS returns and answered notices
        / Reconciled 40 bank accounts a month and cleared old differences worth 2.1 million
        / Led the move from Tally to SAP, trained 18 people and wrote the manual
        / Managed payables of 300 vendors, with ageing reports every Monday
        / Supported statutory and internal audits / Drafted budgets and monthly variance reports for department heads`),
      skills: [
        ['Accounting', list('Tally / SAP / GST / Bookkeeping / Bank Reconciliation')],
        ['Office', list('Excel / QuickBooks / Financial Reporting')],
      ],
      projects: [['Stock audit', 'Counted and valued 9,000 items in two warehouses']],
      certificates: [['Diploma in Taxation', 'Institute of Tax Studies']],
      subjects: list('Commerce / Accounting and Finance / Business Administration'),
    },
    {
      titles: list('Staff Nurse / Senior Staff Nurse / Ward Sister / Nursing Supervisor'),
      bullets: list(`
        Cared for twelve post-operative patients a shift in a 40-bed ward / Gave medication and kept charts without an incident in three years
        / Trained new nurses in infection control / Assisted in emergencies and triage during night shifts
        / Arranged discharge plans with families and doctors / Kept stock of the crash trolley and checked it daily`),
      skills: [
        [
          '',
          list('Patient Care / Infection Control / Triage / Medication Administration / Wound Care / BLS'),
        ],
      ],
      projects: [['Hand hygiene drive', 'Compliance from 62% to 91% in one quarter']],
      certificates: [
        ['Basic Life Support', 'Heart Association'],
        ['Registered Nurse', 'State Nursing Council'],
      ],
      subjects: list('Nursing / Critical Care Nursing'),
    },
    {
      titles: list('Sales Executive / Senior Sales Executive / Area Sales Manager / Regional Sales Manager'),
      bullets: list(`
        Opened 60 new outlets and grew the territory by 22% in a year / Led a team of nine across three districts
        / Negotiated yearly contracts with the four largest distributors
        / Kept the pipeline in Salesforce and forecast within 5%
        / Planned launches, promotions and trade fairs / Recovered dues older than 90 days`),
      skills: [
        [
          '',
          list('Negotiation / Salesforce / Channel Sales / Key Account Management / Lead Generation / Excel'),
        ],
      ],
      projects: [['Rural van sales', 'Route plan for 140 villages']],
      certificates: [['Certificate in Sales Management', 'School of Selling']],
      subjects: list('Marketing / Business Administration / Commerce'),
    },
    {
      titles: list('Assistant Teacher / Mathematics Teacher / Senior Teacher / Academic Coordinator'),
      bullets: list(`
        Taught mathematics to classes 8 to 10, pass rate of 97% / Planned lessons for mixed abilities and wrote the term papers
        / Ran the science fair and the chess club / Met parents every month and kept progress records
        / Introduced GeoGebra and short weekly tests / Coordinated the timetable of 26 teachers`),
      skills: [
        [
          '',
          list(
            'Lesson Planning / Classroom Management / GeoGebra / Curriculum Design / Assessment / Google Classroom',
          ),
        ],
      ],
      projects: [['Number trail', 'A mathematics walk through the school garden']],
      certificates: [['Teacher Eligibility Test', 'Board of School Education']],
      subjects: list('Mathematics / Education / Physics'),
    },
    {
      titles: list('Graphic Designer / Senior Graphic Designer / Visual Designer / Art Director'),
      bullets: list(`
        Drew the identity, packaging and shelf strips of a range of 24 teas / Set up a component library in Figma
        / Directed shoots and retouched for print and web / Took briefs from clients and presented routes
        / Prepared files for offset and digital print / Managed two illustrators and a motion designer`),
      skills: [
        ['Design', list('Figma / Adobe Photoshop / Adobe Illustrator / InDesign')],
        ['Craft', list('Typography / Branding / Packaging Design')],
      ],
      projects: [['Type walk', 'Photographs of painted shop signs, shown in two cities']],
      certificates: [['Interaction Design', 'Open Design School']],
      subjects: list('Visual Communication / Fine Arts / Graphic Design'),
    },
    {
      titles: list('Site Engineer / Civil Engineer / Senior Civil Engineer / Project Manager'),
      bullets: list(`
        Supervised foundations and slabs of a 14-storey tower / Checked bar bending schedules and quantities against drawings
        / Certified bills of six subcontractors / Kept 410 days without a lost-time accident
        / Planned the works in Primavera and reported weekly to the client / Ran soil and cube tests`),
      skills: [
        ['', list('AutoCAD / Primavera / STAAD Pro / Quantity Surveying / Site Supervision / MS Project')],
      ],
      projects: [['Check dam', 'Design and estimate for a village stream']],
      certificates: [['Safety Officer Course', 'National Safety Board']],
      subjects: list('Civil Engineering / Structural Engineering'),
    },
    {
      titles: list('HR Assistant / HR Executive / HR Generalist / HR Business Partner / Head of People'),
      bullets: list(`
        Hired 120 people in a year at two thirds of the former cost / Ran payroll for 450 employees with no late month
        / Wrote the leave, travel and remote work policies / Introduced a survey and acted on its three worst answers
        / Handled grievances and exit interviews / Organised induction every second Monday`),
      skills: [['', list('Recruitment / Payroll / Employee Relations / Onboarding / Workday / Labour Law')]],
      projects: [['Buddy scheme', 'Pairs newcomers with old hands for ninety days']],
      certificates: [['SHRM-CP', 'SHRM']],
      subjects: list('Human Resources / Psychology / Business Administration'),
    },
  ],
  countries: [
    {
      given: list(
        'Aditi / Rohan / Kavya / Nikhil / Shalini / Imran / Pooja / Harpreet / Anjali / Manoj / Fathima / Gaurav',
      ),
      family: list(
        'Deshmukh / Kulkarni / Reddy / Bhat / Qureshi / Singh / Iyer / Banerjee / Chauhan / Nair / Joshi / Patil',
      ),
      cities: list(
        'Pune|Maharashtra / Hyderabad|Telangana / Bengaluru|Karnataka / Lucknow|Uttar Pradesh / Jaipur|Rajasthan / Kochi|Kerala / Nagpur|India / Indore|',
      ),
      phones: [
        '+91 9dddd ddddd',
        '+91-98dddddddd',
        '9ddddddddd',
        '(+91) 8ddd ddd ddd',
        '+9197dddddddd',
        '0091 9ddddddddd',
      ],
      companies: [
        '% Technologies Pvt. Ltd.',
        '% Infotech',
        '% Hospitals',
        '% Industries Limited',
        '% Enterprises',
        '% Consultancy Services',
        '% Foods Private Limited',
        '%',
        '% & Sons',
        '% Public School',
      ],
      schools: [
        'Savitri College of Arts and Commerce',
        'Government Engineering College',
        'Deccan Institute of Technology',
        'University of Mysuru',
        'Saraswati Vidyalaya',
        'St. Xavier’s High School',
        'Kendriya Vidyalaya',
        'Lakshmi Institute of Management Studies',
      ],
      degrees: [
        'B.Tech in %',
        'B.E. (%)',
        'B.Com',
        'MBA in %',
        'M.Sc. %',
        'BBA',
        'Master of %',
        'Diploma in %',
      ],
      results: ['72%', '8.1 CGPA', '68.4%', 'First Class', 'CGPA: 7.9/10'],
      languages: list('English / Hindi / Marathi / Kannada'),
      initials: 0.25,
    },
    {
      given: list('Emily / Marcus / Hannah / Tyler / Denise / Andre / Rachel / Kevin'),
      family: list('Whitfield / Caldwell / Brooks / Delgado / Sorensen / Hughes / O’Brien / Freeman'),
      cities: list('Denver|CO / Raleigh|NC / Tucson|AZ / Boston|MA / Columbus|Ohio / Seattle|WA'),
      phones: ['(nnn) 555-01dd', 'nnn-555-01dd', '+1 nnn 555 01dd', 'nnn.555.01dd', '+1 (nnn) 555-01dd'],
      companies: [
        '% Inc.',
        '% Health',
        '% Group',
        '%',
        '% Partners LLC',
        '% Elementary School',
        '% Logistics',
      ],
      schools: [
        'University of Northern Plains',
        'Red Mesa State University',
        'Harlow Community College',
        'Bayview College',
      ],
      degrees: [
        'B.S. in %',
        'Bachelor of Arts, %',
        'M.S. %',
        'Associate of Science in %',
        'Bachelor of Science in %',
      ],
      results: ['GPA 3.7', 'GPA: 3.52/4.0', 'cum laude'],
      languages: list('English / Spanish'),
      initials: 0,
    },
    {
      given: list('José / Łukasz / Chloé / Jürgen / Ingrid / Zoë / Matteo / Aleksandra'),
      family: list(
        'García Ruiz / Wiśniewski / Lefèvre / Müller / van der Berg / Ní Bhriain / Ferrari / Kovač',
      ),
      cities: list(
        'Valencia|Spain / Kraków|Poland / Lyon|France / Hamburg|Germany / Utrecht|Netherlands / Cork|Ireland / Bologna|Italy',
      ),
      phones: [
        '+34 6dd ddd ddd',
        '+48 5dd ddd ddd',
        '+33 6 dd dd dd dd',
        '+49 (0)151 ddddddd',
        '+353 8d ddd dddd',
      ],
      companies: ['% GmbH', '% S.A.', '% B.V.', '%', '% Studio', '% Klinik', '% Consulting'],
      schools: [
        'Universidad de Levante',
        'Hochschule Elbufer',
        'Politecnico del Reno',
        'Université du Rhône',
        'Utrecht School of Economics',
      ],
      degrees: ['MSc %', 'BSc %', 'Master in %', 'Diploma in %', 'BA (Hons) %'],
      results: ['1.7', 'Merit', '110/110'],
      languages: list('English / German / French / Spanish'),
      initials: 0,
    },
    {
      given: list('Wanjiru / Thabo / Adaeze / Bikram / Nadia / Farhan / Siti / Rajan'),
      family: list('Kamau / Dlamini / Okafor / Thapa / Rahman / Siddiqui / Aminah / Tamang'),
      cities: list(
        'Nairobi|Kenya / Cape Town|South Africa / Lagos|Nigeria / Kathmandu|Nepal / Dubai|UAE / Singapore|',
      ),
      phones: [
        '+254 7dd ddd ddd',
        '+27 82 ddd dddd',
        '+234 80d ddd dddd',
        '+977 98dddddddd',
        '+971 50 ddd dddd',
        '+65 9ddd dddd',
      ],
      companies: ['% Limited', '% Trading LLC', '% Academy', '%', '% Solutions', '% Bank'],
      schools: [
        'Rift Valley University',
        'Harbour City Polytechnic',
        'Himal College',
        'Gulf Business School',
      ],
      degrees: ['Bachelor of %', 'BSc %', 'Higher Diploma in %', 'MBA'],
      results: ['Second Class Upper', '3.4/4.0', 'Distinction'],
      languages: list('English / Swahili / Arabic / Nepali'),
      initials: 0.1,
    },
  ],
  words: list(
    'Kestrel / Amberline / Sahyadri / Blue Heron / Tamarind / Northlight / Vistara Peak / Quillon / Mangrove / Harvest Moon / Orbis / Penrose / Nilgiri / Fernwood / Cobalt / Zenstack / Lakshya / Silverbrook / Arkadia / Meridian',
  ),
  headings: {
    summary: list('Summary / Professional Summary / Profile / Career Objective / About Me'),
    experience: list('Experience / Work Experience / Professional Experience / Employment History'),
    education: list('Education / Academic Qualifications / Educational Qualification / Education & Training'),
    skills: list('Skills / Technical Skills / Key Skills / Core Competencies'),
    projects: list('Projects / Key Projects / Academic Projects'),
    certificates: list('Certifications / Certificates / Licenses & Certifications'),
    languages: list('Languages / Languages Known'),
    volunteering: list('Volunteering / Volunteer Experience / Community Service'),
    references: list('References / Referees'),
    personal: list('Personal Details / Personal Information'),
    declaration: list('Declaration'),
    contact: list('Contact / Contact Details'),
    interests: list('Interests / Hobbies'),
  },
  present: list('Present / Till Date / Current / present / Till date / Now'),
  summaries: [
    '% with a steady record in small and large teams. Looks for part-time work with clear goals and few meetings.',
    'Reliable % who plans well, writes clearly and likes to leave things simpler than they were.',
    'To obtain a position as % in a growing organisation where skills and effort lead to responsibility.',
    'Hands-on % known for calm under pressure and for training the next person.',
  ],
  volunteering: [
    ['Weekend Tutor', 'Lamp Post Library'],
    ['Coordinator', 'Clean Ghats Trust'],
    ['Board Member', 'Riverside Food Bank'],
  ],
  hobbies: list('Trekking / Carnatic music / Chess / Gardening / Long-distance running / Pottery'),
  declarations: [
    'I hereby declare that the above information is true to the best of my knowledge.',
    'I solemnly declare that all the particulars given above are correct.',
  ],
};
