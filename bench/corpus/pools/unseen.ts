import { list, type Pool } from '../pool';

/** Words of the half that only measures: no rule of the parser is written after looking at it. */
export const unseenPool: Pool = {
  fields: [
    {
      titles: list(
        'Data Analyst / Business Intelligence Analyst / Senior Data Analyst / Analytics Lead / Data Scientist',
      ),
      bullets: list(`
        Automated the weekly sales pack in Python; two days of copying became ten minutes
        / Forecast demand for 1,800 articles, mean error down to 11% / Modelled churn and agreed three trials with marketing
        / Owns the metric definitions in dbt and the Looker explores on top of them
        / Answered questions of the board with SQL on Snowflake / Coached five colleagues through their first A/B tests`),
      skills: [
        ['Analysis', list('SQL / Python / Pandas / Statistics')],
        ['Visualisation', list('Power BI / Tableau / Looker')],
        ['Platforms', list('Snowflake / dbt / Airflow')],
      ],
      projects: [
        ['Bus bunching', 'Open timetable data, waiting times by stop and hour'],
        ['Rain and rice', 'A regression of mandi prices on rainfall'],
      ],
      certificates: [
        ['Power BI Data Analyst Associate', 'Microsoft'],
        ['Tableau Desktop Specialist', 'Tableau'],
      ],
      subjects: list('Statistics / Economics / Data Science'),
    },
    {
      titles: list('Commis Chef / Chef de Partie / Sous Chef / Head Chef'),
      bullets: list(`
        Runs a kitchen of eleven and 180 covers on a Saturday / Brought food cost from 36 to 29 per cent
        / Wrote a seasonal menu around two farms within 40 km / Passed every hygiene inspection with top marks
        / Ordered, stored and rotated stock / Taught knife work and sauces to apprentices`),
      skills: [
        ['', list('Menu Planning / Food Safety / HACCP / Inventory Management / Pastry / Cost Control')],
      ],
      projects: [['Zero waste week', 'Seven days of menus from trimmings']],
      certificates: [['Food Hygiene Level 3', 'Highfield']],
      subjects: list('Hotel Management / Culinary Arts'),
    },
    {
      titles: list('Graduate Engineer Trainee / Production Engineer / Maintenance Engineer / Plant Manager'),
      bullets: list(`
        Raised line efficiency from 71 to 84 per cent with SMED and autonomous maintenance
        / Commissioned two CNC cells and trained the operators / Cut scrap of castings by a third
        / Chaired the morning meeting and closed actions the same day / Introduced 5S in four workshops
        / Planned preventive maintenance for 160 machines`),
      skills: [['', list('SolidWorks / Lean Manufacturing / Six Sigma / CNC Programming / Kaizen / PLC')]],
      projects: [['Solar dryer', 'Drying tray for turmeric growers, built twice']],
      certificates: [['Lean Six Sigma Green Belt', 'Quality Council']],
      subjects: list('Mechanical Engineering / Production Engineering / Automobile Engineering'),
    },
    {
      titles: list(
        'Customer Support Associate / Customer Success Specialist / Team Leader / Support Operations Manager',
      ),
      bullets: list(`
        Answered 70 tickets a day with 96% satisfaction / Wrote 140 help articles that halved repeat questions
        / Scheduled 24 agents over three shifts / Calmed the angriest accounts and kept nine in ten
        / Set up macros, tags and reports in Zendesk / Listened to calls and gave notes every Friday`),
      skills: [['', list('Zendesk / Intercom / Freshdesk / CRM / Call Handling / Communication')]],
      projects: [['Night desk', 'A rota that needs no one twice in a week']],
      certificates: [['HDI Support Center Analyst', 'HDI']],
      subjects: list('English / Communication / Hospitality'),
    },
    {
      titles: list('Legal Intern / Associate Advocate / Legal Counsel / Senior Legal Counsel'),
      bullets: list(`
        Drafted and negotiated 200 vendor and lease agreements / Appeared before the commercial court in 31 matters
        / Kept the register of trademarks in nine countries / Advised product teams on privacy and consent
        / Instructed outside counsel and held them to budgets / Researched case law and wrote opinions`),
      skills: [
        ['', list('Contract Drafting / Litigation / Legal Research / Compliance / GDPR / Due Diligence')],
      ],
      projects: [['Plain leases', 'Tenancy agreements anybody can read']],
      certificates: [['Certificate in Arbitration', 'Institute of Arbitrators']],
      subjects: list('Law / Corporate Law / Political Science'),
    },
    {
      titles: list('Content Writer / Copywriter / Content Strategist / Marketing Manager'),
      bullets: list(`
        Grew organic visits from 9,000 to 70,000 a month in eighteen months / Edits a newsletter of 22,000 readers
        / Briefs six freelancers and keeps the style guide / Launched a podcast with 40 episodes
        / Ran paid search at a third lower cost per lead / Interviews customers and turns them into stories`),
      skills: [['', list('SEO / Copywriting / Google Analytics / HubSpot / Content Strategy / WordPress')]],
      projects: [['Market walks', 'Twelve essays about bazaars']],
      certificates: [['Inbound Marketing', 'HubSpot Academy']],
      subjects: list('English Literature / Journalism / Mass Communication'),
    },
    {
      titles: list(
        'Logistics Coordinator / Warehouse Supervisor / Supply Chain Analyst / Supply Chain Manager',
      ),
      bullets: list(`
        Moved 4,000 pallets a month from three ports / Chose and ran a WMS; picking errors fell by 60%
        / Renegotiated freight with five carriers / Filed customs papers and claims
        / Balanced stock between depots every night / Led 35 pickers and drivers over two shifts`),
      skills: [
        [
          '',
          list('Supply Chain Management / SAP MM / Procurement / Inventory Control / Excel / Forecasting'),
        ],
      ],
      projects: [['Milk run', 'One lorry, nine suppliers, half the distance']],
      certificates: [['CSCP', 'APICS']],
      subjects: list('Supply Chain Management / Logistics / Industrial Engineering'),
    },
    {
      titles: list(
        'Laboratory Technician / Research Associate / Quality Control Chemist / Laboratory Manager',
      ),
      bullets: list(`
        Validated nine HPLC methods and wrote their protocols / Ran stability studies of 40 batches
        / Prepared the laboratory for two inspections, no major finding / Calibrated balances, pH meters and ovens
        / Investigated results out of specification / Ordered reagents and kept the safety files`),
      skills: [['', list('HPLC / Gas Chromatography / GLP / Method Validation / PCR / Technical Writing')]],
      projects: [['Well water', 'Fluoride in 60 wells, with a map for the council']],
      certificates: [['GMP Essentials', 'Pharma Academy']],
      subjects: list('Chemistry / Biotechnology / Pharmacy'),
    },
  ],
  countries: [
    {
      given: list(
        'Vignesh / Meera / Suresh / Tanvi / Abdul / Lakshmi / Devika / Ritesh / Simran / Pranav / Nandini / Jaydeep',
      ),
      family: list(
        'Subramanian / Pillai / Ghosh / Mehta / Khan / Rao / Saxena / Gill / D’Souza / Choudhary / Hegde / Trivedi',
      ),
      cities: list(
        'Chennai|Tamil Nadu / Mumbai|Maharashtra / Ahmedabad|Gujarat / Coimbatore|India / Kolkata|West Bengal / Bhopal|Madhya Pradesh / Noida|Uttar Pradesh / Mysuru|',
      ),
      phones: [
        '+91 7ddd dd dddd',
        '+91 - 9ddddddddd',
        '8dddd-ddddd',
        '+91.99ddd.ddddd',
        '91 9ddddddddd',
        '+91 (0) 98ddd ddddd',
      ],
      companies: [
        '% Softech Pvt Ltd',
        '% Motors',
        '% Pharma Ltd.',
        '% BPO Services',
        '%',
        '% Retail India Private Limited',
        '% Legal',
        '% Resorts & Spa',
        '% Global',
        '% Media Works',
      ],
      schools: [
        'PSR College of Engineering',
        'Anand Institute of Science',
        'Bharathi University',
        'Loyola Matriculation School',
        'DAV Public School',
        'Gujarat School of Business',
        'National Law College, Bhopal',
        'Netaji Polytechnic',
      ],
      degrees: [
        'B.Sc. (%)',
        'Bachelor of Engineering in %',
        'M.A. %',
        'PGDM – %',
        'LL.B.',
        'B.Pharm',
        'B.A. in %',
        'M.Tech (%)',
      ],
      results: ['81.2%', '7.45 CGPA', 'Distinction', '64%', 'CGPA 8.8'],
      languages: list('English / Tamil / Hindi / Gujarati / Bengali'),
      initials: 0.25,
    },
    {
      given: list('Olivia / Jamal / Brooke / Ethan / Latoya / Connor / Priscilla / Derek'),
      family: list(
        'Hargrove / Mitchell / Castellanos / Nguyen / Abernathy / Fitzgerald / Lindqvist / Washington',
      ),
      cities: list(
        'Austin|TX / Portland|OR / Atlanta|Georgia / Minneapolis|MN / Tampa|FL / Oakland|California',
      ),
      phones: ['(nnn) 555-01dd', 'nnn 555 01dd', '+1-nnn-555-01dd', '1.nnn.555.01dd', '+1 nnn-555-01dd'],
      companies: [
        '% Corporation',
        '% Kitchen',
        '% Systems',
        '%',
        '% & Pryce LLP',
        '% Medical Center',
        '% Supply Co.',
      ],
      schools: [
        'Pacific Crest University',
        'Lone Star Technical College',
        'University of the Lakes',
        'Fulton College of Law',
      ],
      degrees: ['Bachelor of Science, %', 'B.A. %', 'Master of Science in %', 'A.A.S. in %', 'J.D.'],
      results: ['GPA: 3.8', '3.45 GPA', 'magna cum laude'],
      languages: list('English / Spanish / Vietnamese'),
      initials: 0,
    },
    {
      given: list('Agnieszka / François / Sofía / Jörg / Márton / Siobhán / Giulia / Anaïs'),
      family: list('Zielińska / Dubois / Hernández López / Schröder / de Vries / Kiss / Romano / Walsh'),
      cities: list(
        'Warsaw|Poland / Toulouse|France / Seville|Spain / Leipzig|Germany / Rotterdam|The Netherlands / Budapest|Hungary / Leeds|United Kingdom',
      ),
      phones: [
        '+48 6dd-ddd-ddd',
        '+33 (0)7 dd dd dd dd',
        '+34 9d ddd dd dd',
        '+49 170 ddddddd',
        '+44 7ddd dddddd',
        '07ddd dddddd',
      ],
      companies: ['% AG', '% SARL', '% Sp. z o.o.', '%', '% Labs', '% Bistro', '% Logistik'],
      schools: [
        'Politechnika Nadwiślańska',
        'École de Commerce du Midi',
        'Technische Hochschule Pleisse',
        'University of Airedale',
        'Universidad de la Giralda',
      ],
      degrees: ['Master of Science in %', 'Licence %', 'B.Eng. %', 'BA %', 'MA in %'],
      results: ['2:1', 'mention bien', '4.5/5'],
      languages: list('English / Polish / French / German / Hungarian'),
      initials: 0,
    },
    {
      given: list('Chipo / Kwame / Mei Ling / Sanduni / Omar / Laleh / Arif / Grace'),
      family: list('Moyo / Mensah / Tan / Perera / Haddad / Karimi / Hidayat / Achieng'),
      cities: list(
        'Harare|Zimbabwe / Accra|Ghana / Kuala Lumpur|Malaysia / Colombo|Sri Lanka / Doha|Qatar / Jakarta|Indonesia',
      ),
      phones: [
        '+263 77 ddd dddd',
        '+233 24 ddd dddd',
        '+60 12-ddd dddd',
        '+94 77 ddd dddd',
        '+974 3ddd dddd',
        '+62 812-dddd-dddd',
      ],
      companies: ['% Holdings', '% Sdn Bhd', '% (Pvt) Ltd', '%', '% Clinic', '% Hotel', '% Freight'],
      schools: [
        'Zambezi University',
        'Straits Institute of Technology',
        'Galle College of Commerce',
        'Corniche University College',
      ],
      degrees: ['BSc (Hons) %', 'Diploma in %', 'Bachelor of %', 'MSc in %'],
      results: ['First Class Honours', 'CGPA 3.6', 'Credit'],
      languages: list('English / Malay / Sinhala / Arabic / Shona'),
      initials: 0.05,
    },
  ],
  words: list(
    'Halden / Zentrova / Oakmere / Palghat Hills / Brightspoke / Ironwood / Vellore Bay / Lumio / Castleford / Sunbird / Trinetra / Polaris / Greywater / Monsoon Tree / Aurelia / Kinderhook / Rishabh / Thornbury / Yellow Kite / Caspian',
  ),
  headings: {
    summary: list('Profile Summary / Personal Statement / Executive Summary / Objective / Career Profile'),
    experience: list(
      'Career History / Relevant Experience / Work History / Professional Background / Employment',
    ),
    education: list('Academic Background / Qualifications / Academic Profile / Education / Academics'),
    skills: list('Areas of Expertise / Skill Set / Key Competencies / Technical Proficiency / Expertise'),
    projects: list('Selected Projects / Project Work / Personal Projects'),
    certificates: list('Certification / Professional Certifications / Courses and Certifications'),
    languages: list('Language Skills / Linguistic Proficiency / Languages'),
    volunteering: list('Volunteer Work / Community Involvement'),
    references: list('Professional References / References'),
    personal: list('Personal Profile / Personal Dossier / Personal Data'),
    declaration: list('Declaration / Self Declaration'),
    contact: list('Get in Touch / Contact Information / Contact'),
    interests: list('Hobbies & Interests / Personal Interests'),
  },
  present: list('Present / till date / Ongoing / Today / Current / PRESENT'),
  summaries: [
    'An organised % who has worked with both start-ups and old family firms, and who would like twenty hours a week.',
    '% with an eye for detail. Comfortable with distance work, shared calendars and written updates.',
    'Seeking a challenging role as % that makes use of analytical ability and patience.',
    'Curious %; learns tools quickly and explains them slowly.',
  ],
  volunteering: [
    ['Reading Mentor', 'Open Shelf Foundation'],
    ['Event Organizer', 'Marina Beach Clean-up'],
    ['Treasurer', 'Allotment Society of Leeds'],
  ],
  hobbies: list('Birdwatching / Sketching / Cricket / Baking bread / Kayaking / Old radios'),
  declarations: [
    'I do hereby confirm that the information given in this form is true, complete and accurate.',
    'All statements made above are true and correct to the best of my knowledge and belief.',
  ],
};
