import type { Random } from './random';

/** Given and family names by where people write them so; only to make invented people look like a country. */
const NAMES = {
  north: [
    'Aarti Aman Anil Archana Deepak Ekta Garima Harish Jyoti Kapil Kirti Komal Mohit Namita Naveen Nidhi Pankaj Preeti Rakesh Rashi Ravi Richa Sakshi Sanjay Seema Shikha Sunil Tarun Vandana Vineet',
    'Agnihotri Bajpai Bansal Bhardwaj Chaturvedi Dixit Dubey Garg Goel Gupta Jha Kashyap Khandelwal Mathur Mittal Pandey Pathak Rastogi Sharma Shukla Singhal Srivastava Tandon Tripathi Tyagi Verma',
  ],
  west: [
    'Aboli Ajit Amruta Ashwini Bhushan Chinmay Dipti Gautami Hemant Ketaki Madhura Makarand Mrunal Nikhil Pradnya Prasad Rucha Sachin Sayali Shirish Sonali Swapnil Tejas Urmila Vaishali Yogesh',
    'Apte Bapat Bhide Chavan Dandekar Date Deo Gadgil Gokhale Jadhav Jagtap Kale Karve Kelkar Limaye Mahajan Mane Nene Pawar Phadke Ranade Sathe Shinde Tambe Thorat Wagle',
  ],
  gujarat: [
    'Bhavesh Bijal Chirag Darshana Dhaval Falguni Hardik Heena Jignesh Kinjal Krunal Mitesh Nirali Parth Payal Rupal Sejal Tejal Urvi Vipul',
    'Amin Bhatt Dalal Dave Desai Joshi Kapadia Mehta Parekh Parikh Patel Raval Shah Sheth Soni Vora Vyas Zaveri',
  ],
  tamil: [
    'Anand Bhuvana Chitra Dinesh Geetha Gokul Hema Janani Karthik Kavitha Lavanya Madhan Nithya Padma Prabhu Raghav Revathi Sangeetha Senthil Shanthi Sudha Uma Vasanth Vignesh',
    'Annamalai Balaji Chandrasekar Elango Ganesan Jayaraman Kannan Kumaravel Manickam Muthu Natarajan Palaniappan Raghunathan Rajagopal Ramanathan Selvaraj Shankar Sundaram Thiagarajan Viswanathan',
  ],
  telugu: [
    'Aparna Bhargavi Chaitanya Haritha Kalyan Keerthi Lakshmi Madhavi Mahesh Naresh Pavani Praveen Ramya Sirisha Sravani Srikanth Sunitha Suresh Tejaswi Venkat Vijaya',
    'Akkineni Bandi Chinta Devarakonda Gadde Goud Kandula Kolli Konda Lingam Mallela Naidu Nalla Palle Parvataneni Potluri Rao Reddy Sunkara Tadepalli Vemuri Yerra',
  ],
  kannada: [
    'Akshata Arun Bhavana Chandana Girish Jyothi Kiran Manjunath Nandita Pavan Poornima Raghavendra Roopa Sahana Shashank Shruthi Smitha Sowmya Sudeep Vinay',
    'Acharya Bhat Gowda Hegde Holla Kamath Kulal Murthy Nayak Pai Prabhu Rai Shanbhag Shastry Shetty Somayaji Udupa Upadhya',
  ],
  malayalam: [
    'Ajith Anjana Arya Bindu Deepa Divya Gopika Hari Jayan Krishnaja Maya Neethu Rajesh Remya Renjith Sandhya Sanal Sreeja Sumesh Vineeth',
    'Chacko George Jacob Joseph Kurian Kurup Mathew Menon Nambiar Nair Panicker Paul Philip Pillai Varghese Varma Warrier',
  ],
  east: [
    'Amrita Anirban Arnab Chandrani Debjani Dipankar Indrani Joydeep Kaushik Madhumita Mousumi Paromita Rituparna Sagnik Sanchita Sharmistha Sourav Subhasree Sudipta Tanmoy',
    'Adhikari Bhattacharya Biswas Chakraborty Chatterjee Das Datta Dey Guha Kar Kundu Lahiri Majumdar Mukherjee Nandi Pal Patra Roy Saha Sarkar Sen',
  ],
  punjab: [
    'Amanpreet Gagandeep Gurleen Harjit Jasleen Jaspreet Kuldeep Manpreet Navneet Prabhjot Ramandeep Sukhmani Tarandeep',
    'Ahluwalia Bedi Brar Dhaliwal Dhillon Grewal Kalra Khurana Sandhu Sethi Sidhu Sodhi Walia',
  ],
  urdu: [
    'Adeel Aisha Arshad Asma Faisal Farzana Hina Iqbal Javed Kausar Mehnaz Nadeem Nasreen Rizwan Rubina Sadia Salman Shabana Tariq Yasmin Zoya',
    'Ahmed Akhtar Ali Baig Faridi Hashmi Hussain Kazmi Khan Malik Mirza Naqvi Pathan Rizvi Sayed Siddiqui Zaidi',
  ],
  british: [
    'Alice Ben Callum Catherine Daniel Emma Fiona Harriet Isla James Kieran Laura Martin Naomi Owen Rachel Stuart Tessa',
    'Ashworth Barlow Carver Dunmore Ellwood Farrow Gresham Hartley Kemble Langford Mercer Norwood Pryce Radcliffe Selby Thornley Wexley',
  ],
  american: [
    'Amber Bradley Chloe Dylan Erin Heather Jason Kayla Logan Megan Nathan Paige Ryan Shelby Travis Vanessa',
    'Abernathy Bentley Calloway Dawson Everett Fletcher Garrison Holloway Kendrick Lockhart Merritt Pruitt Ramsey Sutton Whitaker',
  ],
  european: [
    'Agata Beatriz Carlos Dora Elena Filip Greta Henrik Ioana Jonas Katrin Lucia Marek Nadia Paulo Silvia Tomas Vera',
    'Almeida Becker Costa Dvorak Ferrari Horvat Ionescu Jansen Keller Lindqvist Moreau Novak Olsen Petrov Rossi Silva Weber Zeman',
  ],
  african: [
    'Achieng Amina Baraka Chipo Daniel Esther Faith Grace Joseph Kamau Lerato Mercy Nia Peter Sipho Thabo Wambui Zola',
    'Abara Banda Dlamini Eze Gathoni Hamisi Juma Kiplagat Mbatha Mutua Ndlovu Njoroge Obi Okello Otieno Sithole Tembo Wanjala',
  ],
  filipino: [
    'Angelica Bea Carlo Cristina Dennis Gina Jasmine Jerome Joy Kristine Lea Mark Paolo Rowena Ryan Trisha',
    'Aquino Bautista Castillo Cruz Dizon Flores Garcia Hernandez Lim Mendoza Navarro Ramos Reyes Soriano Torres Villanueva',
  ],
  lanka: [
    'Chamari Dinesh Hasini Ishara Kasun Malini Nadeesha Nimal Ruwan Sanduni Tharindu Upeksha',
    'Bandara De_Silva Fernando Gunasekara Jayasinghe Karunaratne Mendis Perera Ranasinghe Silva Wickramasinghe',
  ],
  nepali: [
    'Anjana Bimala Dipesh Kabita Manish Nabin Prakriti Rabin Sabina Sujan Sunita Suman',
    'Adhikari Basnet Bhandari Gurung Karki Lama Maharjan Poudel Rai Tamang Thapa',
  ],
} as const;
export type NameGroup = keyof typeof NAMES;

/** An invented full name written as people of the group write theirs. */
export function nameOf(random: Random, group: NameGroup): string {
  const [given, family] = NAMES[group];
  return `${random.pick(given.split(' '))} ${random.pick(family.split(' '))}`.replaceAll('_', ' ');
}
