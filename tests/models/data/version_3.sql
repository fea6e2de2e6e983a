PRAGMA application_id = 1381253447;
PRAGMA user_version = 3;
BEGIN TRANSACTION;
CREATE TABLE acceptances (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rule VARCHAR NOT NULL, 
	facts VARCHAR NOT NULL, 
	sentence VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	accepted_at VARCHAR NOT NULL
);
CREATE TABLE availabilities (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	person_id INTEGER NOT NULL, 
	date VARCHAR NOT NULL, 
	start_minute INTEGER NOT NULL, 
	end_minute INTEGER NOT NULL, 
	free INTEGER NOT NULL, 
	own_clock INTEGER NOT NULL, 
	CHECK (0 <= start_minute AND start_minute < end_minute AND end_minute <= 1440), 
	CHECK (free IN (0, 1)), 
	CHECK (own_clock IN (0, 1)), 
	FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE CASCADE
);
CREATE TABLE calendar_events (
	id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	session_id INTEGER NOT NULL, 
	person_id INTEGER, 
	entity_id INTEGER, 
	sequence INTEGER NOT NULL, 
	facts VARCHAR NOT NULL, 
	cancelled INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	CHECK (sequence >= 0), 
	CHECK (cancelled IN (0, 1)), 
	UNIQUE (uid)
);
CREATE TABLE coverage (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	session_id INTEGER NOT NULL, 
	objective_id INTEGER NOT NULL, 
	UNIQUE (session_id, objective_id), 
	FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE, 
	FOREIGN KEY(objective_id) REFERENCES objectives (id) ON DELETE CASCADE
);
INSERT INTO "coverage" VALUES(1,2,2);
INSERT INTO "coverage" VALUES(2,2,5);
INSERT INTO "coverage" VALUES(3,2,6);
INSERT INTO "coverage" VALUES(4,2,12);
INSERT INTO "coverage" VALUES(5,2,18);
INSERT INTO "coverage" VALUES(6,4,4);
INSERT INTO "coverage" VALUES(7,4,8);
INSERT INTO "coverage" VALUES(8,4,9);
INSERT INTO "coverage" VALUES(9,4,10);
INSERT INTO "coverage" VALUES(10,4,11);
INSERT INTO "coverage" VALUES(11,4,13);
INSERT INTO "coverage" VALUES(12,4,21);
INSERT INTO "coverage" VALUES(13,6,14);
INSERT INTO "coverage" VALUES(14,6,15);
INSERT INTO "coverage" VALUES(15,6,16);
INSERT INTO "coverage" VALUES(16,6,19);
INSERT INTO "coverage" VALUES(17,6,20);
INSERT INTO "coverage" VALUES(18,6,22);
INSERT INTO "coverage" VALUES(19,9,1);
INSERT INTO "coverage" VALUES(20,9,3);
INSERT INTO "coverage" VALUES(21,9,7);
INSERT INTO "coverage" VALUES(22,9,17);
INSERT INTO "coverage" VALUES(23,9,23);
CREATE TABLE days (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	date VARCHAR NOT NULL
);
INSERT INTO "days" VALUES(1,'2020-11-12');
INSERT INTO "days" VALUES(2,'2020-11-13');
CREATE TABLE draft_numbers (
	number INTEGER NOT NULL, 
	PRIMARY KEY (number)
);
INSERT INTO "draft_numbers" VALUES(1);
CREATE TABLE drafts (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	kind VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	label VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	as_of VARCHAR NOT NULL, 
	issued_at VARCHAR NOT NULL, 
	parent_id INTEGER, 
	content VARCHAR NOT NULL, 
	CHECK (kind IN ('draft', 'option')), 
	CHECK ((number > 0) = (kind = 'draft')), 
	FOREIGN KEY(parent_id) REFERENCES drafts (id) ON DELETE SET NULL
);
INSERT INTO "drafts" VALUES(1,'draft',1,'for the Bureau','','2026-11-24T18:10','2026-11-24T17:10:45+00:00',NULL,'{"meeting":[["id","title","subtitle","zone","zone_label","grid_minutes","comfortable_start_minute","comfortable_end_minute","state_limit_minutes","stakeholder_limit_minutes","group_limit_minutes","handover_seconds","words_per_minute","draft_number","paper_note","working_start_minute","working_end_minute","awake_start_minute","awake_end_minute","contact","deadline_date","deadline_minute","invitation_text","logistics_text","documents","uid"],[1,"Regional Review of the Global Compact for Safe, Orderly and Regular Migration in the UNECE region","virtual meeting","Europe/Zurich","CET",5,480,1200,3,2,5,30,120,1,"Illustrative.",540,1080,360,1380,"","",1439,"","","ECE/GCM/2020/1 | Provisional agenda |","f6e72cf0-7925-4618-862f-30833a384946"]],"days":[["id","date"],[1,"2020-11-12"],[2,"2020-11-13"]],"windows":[["id","day_id","start_minute","end_minute"],[1,1,600,940],[2,2,600,940]],"rooms":[["id","name","link","position"],[1,"Virtual plenary","",1]],"sessions":[["id","kind","code","title","summary","guiding_questions","internal_notes","day_id","start_minute","room_id","minutes","wrap_up_minutes","target_moderators","target_speakers","floor_states","floor_stakeholders","state_limit_minutes","stakeholder_limit_minutes","pinned","documents"],[1,"opening","","Opening segment","","","",1,600,1,30,0,1,1,0,0,null,null,false,""],[2,"roundtable","RT1","Ensuring that migration is voluntary, orderly and regular","How regular pathways, fair recruitment and the recognition of skills make migration a matter of choice.","1. Which regular pathways have been opened or widened since 2018, and what made them work?\n2. How can fair recruitment and decent work be ensured along the whole journey?\n3. Which steps have made skills and qualifications recognized across borders?","",1,630,1,90,10,1,4,12,5,null,null,false,""],[3,"break","","Break","","","",1,720,1,100,0,1,4,0,0,null,null,false,""],[4,"roundtable","RT2","Protecting migrants through rights-based border governance measures","How borders are managed so that lives are saved and the rights of all migrants are upheld.","1. Which measures have made border governance both secure and respectful of rights?\n2. What has helped States and partners to save lives and to trace missing migrants?\n3. Which alternatives to detention have proved workable, and for whom?","",1,820,1,90,10,1,4,12,5,null,null,false,""],[5,"reserve","","Reserve","","","",1,910,1,30,0,1,4,0,0,null,null,false,""],[6,"roundtable","RT3","Supporting the integration of migrants and their contribution to development","How access to services, inclusion and social protection let migrants and societies thrive together.","1. Which policies have opened basic services to all migrants, and how are they paid for?\n2. What helps migrants and diasporas to contribute to sustainable development?\n3. How can remittances and earned benefits move more cheaply and safely?","",2,600,1,90,10,1,4,12,5,null,null,false,""],[7,"reserve","","Reserve","","","",2,690,1,30,0,1,4,0,0,null,null,false,""],[8,"break","","Break","","","",2,720,1,100,0,1,4,0,0,null,null,false,""],[9,"roundtable","RT4","Improving value-driven and evidence-based policymaking and public debate, and enhancing cooperation on migration","How data, balanced public debate and cooperation between partners lead to better migration policies.","1. Which data have changed a policy, and how were they collected and protected?\n2. What has made public debate on migration more balanced and better informed?\n3. Where has regional cooperation made the greatest difference?","",2,820,1,90,10,1,4,12,5,null,null,false,""],[10,"closing","","Closing segment","Summary report, next steps","","",2,910,1,30,0,1,1,0,0,null,null,false,""],[11,"side_event","","Side event: Saving lives on the move","","","",null,null,null,30,0,1,1,0,0,null,null,false,""],[12,"plenary","","Presentation of written submissions","","","",null,null,null,20,0,1,1,0,0,null,null,false,""],[13,"plenary","","Side event","","","",null,null,null,30,0,1,4,0,0,null,null,false,"ECE/GCM/2020/2 | Note |"]],"objectives":[["id","number","short_title","title"],[1,1,"Data","Collect and utilize accurate and disaggregated data as a basis for evidence-based policies"],[2,2,"Minimize adverse drivers","Minimize the adverse drivers and structural factors that compel people to leave their country of origin"],[3,3,"Information provision","Provide accurate and timely information at all stages of migration"],[4,4,"Legal identity and documentation","Ensure that all migrants have proof of legal identity and adequate documentation"],[5,5,"Regular pathways","Enhance availability and flexibility of pathways for regular migration"],[6,6,"Recruitment and decent work","Facilitate fair and ethical recruitment and safeguard conditions that ensure decent work"],[7,7,"Reduce vulnerabilities","Address and reduce vulnerabilities in migration"],[8,8,"Save lives","Save lives and establish coordinated international efforts on missing migrants"],[9,9,"Counter smuggling","Strengthen the transnational response to smuggling of migrants"],[10,10,"Eradicate trafficking","Prevent, combat and eradicate trafficking in persons in the context of international migration"],[11,11,"Manage borders","Manage borders in an integrated, secure and coordinated manner"],[12,12,"Screening and referral","Strengthen certainty and predictability in migration procedures for appropriate screening, assessment and referral"],[13,13,"Alternatives to detention","Use migration detention only as a measure of last resort and work towards alternatives"],[14,14,"Consular protection","Enhance consular protection, assistance and cooperation throughout the migration cycle"],[15,15,"Access to basic services","Provide access to basic services for migrants"],[16,16,"Inclusion and social cohesion","Empower migrants and societies to realize full inclusion and social cohesion"],[17,17,"Eliminate discrimination","Eliminate all forms of discrimination and promote evidence-based public discourse to shape perceptions of migration"],[18,18,"Skills development and recognition","Invest in skills development and facilitate mutual recognition of skills, qualifications and competences"],[19,19,"Migrant and diaspora contributions","Create conditions for migrants and diasporas to fully contribute to sustainable development in all countries"],[20,20,"Remittances","Promote faster, safer and cheaper transfer of remittances and foster financial inclusion of migrants"],[21,21,"Dignified return and reintegration","Cooperate in facilitating safe and dignified return and readmission, as well as sustainable reintegration"],[22,22,"Social protection","Establish mechanisms for the portability of social security entitlements and earned benefits"],[23,23,"International cooperation","Strengthen international cooperation and global partnerships for safe, orderly and regular migration"]],"coverage":[["id","session_id","objective_id"],[1,2,2],[2,2,5],[3,2,6],[4,2,12],[5,2,18],[6,4,4],[7,4,8],[8,4,9],[9,4,10],[10,4,11],[11,4,13],[12,4,21],[13,6,14],[14,6,15],[15,6,16],[16,6,19],[17,6,20],[18,6,22],[19,9,1],[20,9,3],[21,9,7],[22,9,17],[23,9,23]],"entities":[["id","name","kind","stakeholder_category","country_code","region","zone"],[1,"Albania","member_state","","AL","","Europe/Tirane"],[2,"Andorra","member_state","","AD","","Europe/Andorra"],[3,"Armenia","member_state","","AM","","Asia/Yerevan"],[4,"Austria","member_state","","AT","","Europe/Vienna"],[5,"Azerbaijan","member_state","","AZ","","Asia/Baku"],[6,"Belarus","member_state","","BY","","Europe/Minsk"],[7,"Belgium","member_state","","BE","","Europe/Brussels"],[8,"Bosnia and Herzegovina","member_state","","BA","","Europe/Sarajevo"],[9,"Bulgaria","member_state","","BG","","Europe/Sofia"],[10,"Canada","member_state","","CA","","America/Toronto"],[11,"Croatia","member_state","","HR","","Europe/Zagreb"],[12,"Cyprus","member_state","","CY","","Asia/Nicosia"],[13,"Czechia","member_state","","CZ","","Europe/Prague"],[14,"Denmark","member_state","","DK","","Europe/Copenhagen"],[15,"Estonia","member_state","","EE","","Europe/Tallinn"],[16,"Finland","member_state","","FI","","Europe/Helsinki"],[17,"France","member_state","","FR","","Europe/Paris"],[18,"Georgia","member_state","","GE","","Asia/Tbilisi"],[19,"Germany","member_state","","DE","","Europe/Berlin"],[20,"Greece","member_state","","GR","","Europe/Athens"],[21,"Hungary","member_state","","HU","","Europe/Budapest"],[22,"Iceland","member_state","","IS","","Atlantic/Reykjavik"],[23,"Ireland","member_state","","IE","","Europe/Dublin"],[24,"Israel","member_state","","IL","","Asia/Jerusalem"],[25,"Italy","member_state","","IT","","Europe/Rome"],[26,"Kazakhstan","member_state","","KZ","","Asia/Almaty"],[27,"Kyrgyzstan","member_state","","KG","","Asia/Bishkek"],[28,"Latvia","member_state","","LV","","Europe/Riga"],[29,"Liechtenstein","member_state","","LI","","Europe/Vaduz"],[30,"Lithuania","member_state","","LT","","Europe/Vilnius"],[31,"Luxembourg","member_state","","LU","","Europe/Luxembourg"],[32,"Malta","member_state","","MT","","Europe/Malta"],[33,"Monaco","member_state","","MC","","Europe/Monaco"],[34,"Montenegro","member_state","","ME","","Europe/Podgorica"],[35,"Netherlands","member_state","","NL","","Europe/Amsterdam"],[36,"North Macedonia","member_state","","MK","","Europe/Skopje"],[37,"Norway","member_state","","NO","","Europe/Oslo"],[38,"Poland","member_state","","PL","","Europe/Warsaw"],[39,"Portugal","member_state","","PT","","Europe/Lisbon"],[40,"Republic of Moldova","member_state","","MD","","Europe/Chisinau"],[41,"Romania","member_state","","RO","","Europe/Bucharest"],[42,"Russian Federation","member_state","","RU","","Europe/Moscow"],[43,"San Marino","member_state","","SM","","Europe/San_Marino"],[44,"Serbia","member_state","","RS","","Europe/Belgrade"],[45,"Slovakia","member_state","","SK","","Europe/Bratislava"],[46,"Slovenia","member_state","","SI","","Europe/Ljubljana"],[47,"Spain","member_state","","ES","","Europe/Madrid"],[48,"Sweden","member_state","","SE","","Europe/Stockholm"],[49,"Switzerland","member_state","","CH","","Europe/Zurich"],[50,"Tajikistan","member_state","","TJ","","Asia/Dushanbe"],[51,"Türkiye","member_state","","TR","","Europe/Istanbul"],[52,"Turkmenistan","member_state","","TM","","Asia/Ashgabat"],[53,"Ukraine","member_state","","UA","","Europe/Kyiv"],[54,"United Kingdom of Great Britain and Northern Ireland","member_state","","GB","","Europe/London"],[55,"United States of America","member_state","","US","","America/New_York"],[56,"Uzbekistan","member_state","","UZ","","Asia/Tashkent"],[57,"United Nations Network on Migration","un_system","","","","Europe/Zurich"],[58,"Migrants","stakeholder","migrants","","",""],[59,"Civil society","stakeholder","civil_society","","",""],[60,"Migrant and diaspora organizations","stakeholder","diaspora","","",""],[61,"Faith-based organizations","stakeholder","faith_based","","",""],[62,"Local authorities and communities","stakeholder","local_authorities","","",""],[63,"Private sector","stakeholder","private_sector","","",""],[64,"Trade unions","stakeholder","trade_unions","","",""],[65,"Parliamentarians","stakeholder","parliamentarians","","",""],[66,"National human rights institutions","stakeholder","human_rights_institutions","","",""],[67,"Red Cross and Red Crescent","stakeholder","red_cross","","",""],[68,"Academia","stakeholder","academia","","",""],[69,"Media","stakeholder","media","","",""],[70,"Children and young people","stakeholder","youth","","",""]],"people":[["id","honorific","given_name","family_name","function","entity_id","email","phone","zone","languages","gender"]],"seats":[["id","session_id","role","entity_id","person_id","position","minutes","state"],[1,1,"chair",49,null,1,5,"proposed"],[2,1,"speaker",57,null,2,5,"confirmed"],[3,1,"speaker",32,null,3,5,"invited"],[4,1,"speaker",69,null,4,5,"declined"],[5,1,"speaker",58,null,5,5,"invited"],[6,2,"moderator",62,null,1,5,"confirmed"],[7,2,"speaker",39,null,2,5,"confirmed"],[8,2,"speaker",3,null,3,5,"confirmed"],[9,2,"speaker",27,null,4,5,"invited"],[10,2,"speaker",64,null,5,5,"invited"],[11,4,"speaker",10,null,1,5,"confirmed"],[12,4,"speaker",18,null,2,5,"invited"],[13,4,"speaker",67,null,3,5,"confirmed"],[14,4,"speaker",68,null,4,5,"proposed"],[15,6,"moderator",61,null,1,5,"confirmed"],[16,6,"speaker",19,null,2,5,"invited"],[17,6,"speaker",50,null,3,5,"invited"],[18,6,"speaker",60,null,4,5,"proposed"],[19,6,"speaker",63,null,5,5,"proposed"],[20,9,"moderator",65,null,1,5,"invited"],[21,9,"speaker",51,null,2,5,"confirmed"],[22,9,"speaker",55,null,3,5,"invited"],[23,9,"speaker",66,null,4,5,"confirmed"],[24,9,"speaker",70,null,5,5,"proposed"],[25,10,"chair",49,null,1,5,"proposed"],[26,10,"speaker",57,null,2,5,"confirmed"]],"replacements":[["id","seat_id","entity_id","person_id","reason","replaced_at"]],"interests":[["id","entity_id","person_id","received","source","source_key","note","state","position"]],"wishes":[["id","interest_id","session_id","role","preference"]],"rulers":[["id","zone","position"],[1,"America/Toronto",1],[2,"Asia/Bishkek",2]],"availabilities":[["id","person_id","date","start_minute","end_minute","free","own_clock"]],"layouts":[["id","name","position","paper","accent","header_text","logo","logo_alt","time_style","date_style","font_size","columns","zones"]],"acceptances":[["id","rule","facts","sentence","reason","name","accepted_at"]],"rule_levels":[["id","rule","level"]]}');
CREATE TABLE entities (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	stakeholder_category VARCHAR NOT NULL, 
	country_code VARCHAR NOT NULL, 
	region VARCHAR NOT NULL, 
	zone VARCHAR NOT NULL, 
	CHECK (kind IN ('member_state', 'other_state', 'regional_organization', 'un_system', 'stakeholder')), 
	CHECK (stakeholder_category IN ('', 'migrants', 'civil_society', 'diaspora', 'faith_based', 'local_authorities', 'private_sector', 'trade_unions', 'parliamentarians', 'human_rights_institutions', 'red_cross', 'academia', 'media', 'youth', 'other'))
);
INSERT INTO "entities" VALUES(1,'Albania','member_state','','AL','','Europe/Tirane');
INSERT INTO "entities" VALUES(2,'Andorra','member_state','','AD','','Europe/Andorra');
INSERT INTO "entities" VALUES(3,'Armenia','member_state','','AM','','Asia/Yerevan');
INSERT INTO "entities" VALUES(4,'Austria','member_state','','AT','','Europe/Vienna');
INSERT INTO "entities" VALUES(5,'Azerbaijan','member_state','','AZ','','Asia/Baku');
INSERT INTO "entities" VALUES(6,'Belarus','member_state','','BY','','Europe/Minsk');
INSERT INTO "entities" VALUES(7,'Belgium','member_state','','BE','','Europe/Brussels');
INSERT INTO "entities" VALUES(8,'Bosnia and Herzegovina','member_state','','BA','','Europe/Sarajevo');
INSERT INTO "entities" VALUES(9,'Bulgaria','member_state','','BG','','Europe/Sofia');
INSERT INTO "entities" VALUES(10,'Canada','member_state','','CA','','America/Toronto');
INSERT INTO "entities" VALUES(11,'Croatia','member_state','','HR','','Europe/Zagreb');
INSERT INTO "entities" VALUES(12,'Cyprus','member_state','','CY','','Asia/Nicosia');
INSERT INTO "entities" VALUES(13,'Czechia','member_state','','CZ','','Europe/Prague');
INSERT INTO "entities" VALUES(14,'Denmark','member_state','','DK','','Europe/Copenhagen');
INSERT INTO "entities" VALUES(15,'Estonia','member_state','','EE','','Europe/Tallinn');
INSERT INTO "entities" VALUES(16,'Finland','member_state','','FI','','Europe/Helsinki');
INSERT INTO "entities" VALUES(17,'France','member_state','','FR','','Europe/Paris');
INSERT INTO "entities" VALUES(18,'Georgia','member_state','','GE','','Asia/Tbilisi');
INSERT INTO "entities" VALUES(19,'Germany','member_state','','DE','','Europe/Berlin');
INSERT INTO "entities" VALUES(20,'Greece','member_state','','GR','','Europe/Athens');
INSERT INTO "entities" VALUES(21,'Hungary','member_state','','HU','','Europe/Budapest');
INSERT INTO "entities" VALUES(22,'Iceland','member_state','','IS','','Atlantic/Reykjavik');
INSERT INTO "entities" VALUES(23,'Ireland','member_state','','IE','','Europe/Dublin');
INSERT INTO "entities" VALUES(24,'Israel','member_state','','IL','','Asia/Jerusalem');
INSERT INTO "entities" VALUES(25,'Italy','member_state','','IT','','Europe/Rome');
INSERT INTO "entities" VALUES(26,'Kazakhstan','member_state','','KZ','','Asia/Almaty');
INSERT INTO "entities" VALUES(27,'Kyrgyzstan','member_state','','KG','','Asia/Bishkek');
INSERT INTO "entities" VALUES(28,'Latvia','member_state','','LV','','Europe/Riga');
INSERT INTO "entities" VALUES(29,'Liechtenstein','member_state','','LI','','Europe/Vaduz');
INSERT INTO "entities" VALUES(30,'Lithuania','member_state','','LT','','Europe/Vilnius');
INSERT INTO "entities" VALUES(31,'Luxembourg','member_state','','LU','','Europe/Luxembourg');
INSERT INTO "entities" VALUES(32,'Malta','member_state','','MT','','Europe/Malta');
INSERT INTO "entities" VALUES(33,'Monaco','member_state','','MC','','Europe/Monaco');
INSERT INTO "entities" VALUES(34,'Montenegro','member_state','','ME','','Europe/Podgorica');
INSERT INTO "entities" VALUES(35,'Netherlands','member_state','','NL','','Europe/Amsterdam');
INSERT INTO "entities" VALUES(36,'North Macedonia','member_state','','MK','','Europe/Skopje');
INSERT INTO "entities" VALUES(37,'Norway','member_state','','NO','','Europe/Oslo');
INSERT INTO "entities" VALUES(38,'Poland','member_state','','PL','','Europe/Warsaw');
INSERT INTO "entities" VALUES(39,'Portugal','member_state','','PT','','Europe/Lisbon');
INSERT INTO "entities" VALUES(40,'Republic of Moldova','member_state','','MD','','Europe/Chisinau');
INSERT INTO "entities" VALUES(41,'Romania','member_state','','RO','','Europe/Bucharest');
INSERT INTO "entities" VALUES(42,'Russian Federation','member_state','','RU','','Europe/Moscow');
INSERT INTO "entities" VALUES(43,'San Marino','member_state','','SM','','Europe/San_Marino');
INSERT INTO "entities" VALUES(44,'Serbia','member_state','','RS','','Europe/Belgrade');
INSERT INTO "entities" VALUES(45,'Slovakia','member_state','','SK','','Europe/Bratislava');
INSERT INTO "entities" VALUES(46,'Slovenia','member_state','','SI','','Europe/Ljubljana');
INSERT INTO "entities" VALUES(47,'Spain','member_state','','ES','','Europe/Madrid');
INSERT INTO "entities" VALUES(48,'Sweden','member_state','','SE','','Europe/Stockholm');
INSERT INTO "entities" VALUES(49,'Switzerland','member_state','','CH','','Europe/Zurich');
INSERT INTO "entities" VALUES(50,'Tajikistan','member_state','','TJ','','Asia/Dushanbe');
INSERT INTO "entities" VALUES(51,'Türkiye','member_state','','TR','','Europe/Istanbul');
INSERT INTO "entities" VALUES(52,'Turkmenistan','member_state','','TM','','Asia/Ashgabat');
INSERT INTO "entities" VALUES(53,'Ukraine','member_state','','UA','','Europe/Kyiv');
INSERT INTO "entities" VALUES(54,'United Kingdom of Great Britain and Northern Ireland','member_state','','GB','','Europe/London');
INSERT INTO "entities" VALUES(55,'United States of America','member_state','','US','','America/New_York');
INSERT INTO "entities" VALUES(56,'Uzbekistan','member_state','','UZ','','Asia/Tashkent');
INSERT INTO "entities" VALUES(57,'United Nations Network on Migration','un_system','','','','Europe/Zurich');
INSERT INTO "entities" VALUES(58,'Migrants','stakeholder','migrants','','','');
INSERT INTO "entities" VALUES(59,'Civil society','stakeholder','civil_society','','','');
INSERT INTO "entities" VALUES(60,'Migrant and diaspora organizations','stakeholder','diaspora','','','');
INSERT INTO "entities" VALUES(61,'Faith-based organizations','stakeholder','faith_based','','','');
INSERT INTO "entities" VALUES(62,'Local authorities and communities','stakeholder','local_authorities','','','');
INSERT INTO "entities" VALUES(63,'Private sector','stakeholder','private_sector','','','');
INSERT INTO "entities" VALUES(64,'Trade unions','stakeholder','trade_unions','','','');
INSERT INTO "entities" VALUES(65,'Parliamentarians','stakeholder','parliamentarians','','','');
INSERT INTO "entities" VALUES(66,'National human rights institutions','stakeholder','human_rights_institutions','','','');
INSERT INTO "entities" VALUES(67,'Red Cross and Red Crescent','stakeholder','red_cross','','','');
INSERT INTO "entities" VALUES(68,'Academia','stakeholder','academia','','','');
INSERT INTO "entities" VALUES(69,'Media','stakeholder','media','','','');
INSERT INTO "entities" VALUES(70,'Children and young people','stakeholder','youth','','','');
CREATE TABLE interests (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	entity_id INTEGER, 
	person_id INTEGER, 
	received VARCHAR NOT NULL, 
	source VARCHAR NOT NULL, 
	source_key VARCHAR NOT NULL, 
	note VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	CHECK (state IN ('new', 'shortlisted', 'accepted', 'reserve', 'declined')), 
	FOREIGN KEY(entity_id) REFERENCES entities (id) ON DELETE SET NULL, 
	FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE SET NULL
);
CREATE TABLE journal_images (
	id INTEGER NOT NULL, 
	step_id INTEGER NOT NULL, 
	table_name VARCHAR NOT NULL, 
	row_id INTEGER NOT NULL, 
	"before" VARCHAR, 
	"after" VARCHAR, 
	PRIMARY KEY (id), 
	FOREIGN KEY(step_id) REFERENCES journal_steps (id) ON DELETE CASCADE
);
INSERT INTO "journal_images" VALUES(1,1,'meeting',1,'{"id":1,"title":"Regional Review of the Global Compact for Safe, Orderly and Regular Migration in the UNECE region","subtitle":"virtual meeting","zone":"Europe/Zurich","zone_label":"CET","grid_minutes":5,"comfortable_start_minute":480,"comfortable_end_minute":1200,"state_limit_minutes":3,"stakeholder_limit_minutes":2,"group_limit_minutes":5,"handover_seconds":30,"words_per_minute":120,"draft_number":1,"paper_note":"Illustrative.","working_start_minute":540,"working_end_minute":1080,"awake_start_minute":360,"awake_end_minute":1380,"contact":"","deadline_date":"","deadline_minute":1439,"invitation_text":"","logistics_text":"","documents":"","uid":"f6e72cf0-7925-4618-862f-30833a384946"}','{"id":1,"title":"Regional Review of the Global Compact for Safe, Orderly and Regular Migration in the UNECE region","subtitle":"virtual meeting","zone":"Europe/Zurich","zone_label":"CET","grid_minutes":5,"comfortable_start_minute":480,"comfortable_end_minute":1200,"state_limit_minutes":3,"stakeholder_limit_minutes":2,"group_limit_minutes":5,"handover_seconds":30,"words_per_minute":120,"draft_number":1,"paper_note":"Illustrative.","working_start_minute":540,"working_end_minute":1080,"awake_start_minute":360,"awake_end_minute":1380,"contact":"","deadline_date":"","deadline_minute":1439,"invitation_text":"","logistics_text":"","documents":"ECE/GCM/2020/1 | Provisional agenda |","uid":"f6e72cf0-7925-4618-862f-30833a384946"}');
INSERT INTO "journal_images" VALUES(2,2,'sessions',13,NULL,'{"id":13,"kind":"plenary","code":"","title":"Side event","summary":"","guiding_questions":"","internal_notes":"","day_id":null,"start_minute":null,"room_id":null,"minutes":30,"wrap_up_minutes":0,"target_moderators":1,"target_speakers":4,"floor_states":0,"floor_stakeholders":0,"state_limit_minutes":null,"stakeholder_limit_minutes":null,"pinned":0,"documents":""}');
INSERT INTO "journal_images" VALUES(3,3,'sessions',13,'{"id":13,"kind":"plenary","code":"","title":"Side event","summary":"","guiding_questions":"","internal_notes":"","day_id":null,"start_minute":null,"room_id":null,"minutes":30,"wrap_up_minutes":0,"target_moderators":1,"target_speakers":4,"floor_states":0,"floor_stakeholders":0,"state_limit_minutes":null,"stakeholder_limit_minutes":null,"pinned":0,"documents":""}','{"id":13,"kind":"plenary","code":"","title":"Side event","summary":"","guiding_questions":"","internal_notes":"","day_id":null,"start_minute":null,"room_id":null,"minutes":30,"wrap_up_minutes":0,"target_moderators":1,"target_speakers":4,"floor_states":0,"floor_stakeholders":0,"state_limit_minutes":null,"stakeholder_limit_minutes":null,"pinned":0,"documents":"ECE/GCM/2020/2 | Note |"}');
INSERT INTO "journal_images" VALUES(4,4,'drafts',1,NULL,'{"id":1,"kind":"draft","number":1,"label":"for the Bureau","note":"","as_of":"2026-11-24T18:10","issued_at":"2026-11-24T17:10:45+00:00","parent_id":null,"content":"{\"meeting\":[[\"id\",\"title\",\"subtitle\",\"zone\",\"zone_label\",\"grid_minutes\",\"comfortable_start_minute\",\"comfortable_end_minute\",\"state_limit_minutes\",\"stakeholder_limit_minutes\",\"group_limit_minutes\",\"handover_seconds\",\"words_per_minute\",\"draft_number\",\"paper_note\",\"working_start_minute\",\"working_end_minute\",\"awake_start_minute\",\"awake_end_minute\",\"contact\",\"deadline_date\",\"deadline_minute\",\"invitation_text\",\"logistics_text\",\"documents\",\"uid\"],[1,\"Regional Review of the Global Compact for Safe, Orderly and Regular Migration in the UNECE region\",\"virtual meeting\",\"Europe/Zurich\",\"CET\",5,480,1200,3,2,5,30,120,1,\"Illustrative.\",540,1080,360,1380,\"\",\"\",1439,\"\",\"\",\"ECE/GCM/2020/1 | Provisional agenda |\",\"f6e72cf0-7925-4618-862f-30833a384946\"]],\"days\":[[\"id\",\"date\"],[1,\"2020-11-12\"],[2,\"2020-11-13\"]],\"windows\":[[\"id\",\"day_id\",\"start_minute\",\"end_minute\"],[1,1,600,940],[2,2,600,940]],\"rooms\":[[\"id\",\"name\",\"link\",\"position\"],[1,\"Virtual plenary\",\"\",1]],\"sessions\":[[\"id\",\"kind\",\"code\",\"title\",\"summary\",\"guiding_questions\",\"internal_notes\",\"day_id\",\"start_minute\",\"room_id\",\"minutes\",\"wrap_up_minutes\",\"target_moderators\",\"target_speakers\",\"floor_states\",\"floor_stakeholders\",\"state_limit_minutes\",\"stakeholder_limit_minutes\",\"pinned\",\"documents\"],[1,\"opening\",\"\",\"Opening segment\",\"\",\"\",\"\",1,600,1,30,0,1,1,0,0,null,null,false,\"\"],[2,\"roundtable\",\"RT1\",\"Ensuring that migration is voluntary, orderly and regular\",\"How regular pathways, fair recruitment and the recognition of skills make migration a matter of choice.\",\"1. Which regular pathways have been opened or widened since 2018, and what made them work?\\n2. How can fair recruitment and decent work be ensured along the whole journey?\\n3. Which steps have made skills and qualifications recognized across borders?\",\"\",1,630,1,90,10,1,4,12,5,null,null,false,\"\"],[3,\"break\",\"\",\"Break\",\"\",\"\",\"\",1,720,1,100,0,1,4,0,0,null,null,false,\"\"],[4,\"roundtable\",\"RT2\",\"Protecting migrants through rights-based border governance measures\",\"How borders are managed so that lives are saved and the rights of all migrants are upheld.\",\"1. Which measures have made border governance both secure and respectful of rights?\\n2. What has helped States and partners to save lives and to trace missing migrants?\\n3. Which alternatives to detention have proved workable, and for whom?\",\"\",1,820,1,90,10,1,4,12,5,null,null,false,\"\"],[5,\"reserve\",\"\",\"Reserve\",\"\",\"\",\"\",1,910,1,30,0,1,4,0,0,null,null,false,\"\"],[6,\"roundtable\",\"RT3\",\"Supporting the integration of migrants and their contribution to development\",\"How access to services, inclusion and social protection let migrants and societies thrive together.\",\"1. Which policies have opened basic services to all migrants, and how are they paid for?\\n2. What helps migrants and diasporas to contribute to sustainable development?\\n3. How can remittances and earned benefits move more cheaply and safely?\",\"\",2,600,1,90,10,1,4,12,5,null,null,false,\"\"],[7,\"reserve\",\"\",\"Reserve\",\"\",\"\",\"\",2,690,1,30,0,1,4,0,0,null,null,false,\"\"],[8,\"break\",\"\",\"Break\",\"\",\"\",\"\",2,720,1,100,0,1,4,0,0,null,null,false,\"\"],[9,\"roundtable\",\"RT4\",\"Improving value-driven and evidence-based policymaking and public debate, and enhancing cooperation on migration\",\"How data, balanced public debate and cooperation between partners lead to better migration policies.\",\"1. Which data have changed a policy, and how were they collected and protected?\\n2. What has made public debate on migration more balanced and better informed?\\n3. Where has regional cooperation made the greatest difference?\",\"\",2,820,1,90,10,1,4,12,5,null,null,false,\"\"],[10,\"closing\",\"\",\"Closing segment\",\"Summary report, next steps\",\"\",\"\",2,910,1,30,0,1,1,0,0,null,null,false,\"\"],[11,\"side_event\",\"\",\"Side event: Saving lives on the move\",\"\",\"\",\"\",null,null,null,30,0,1,1,0,0,null,null,false,\"\"],[12,\"plenary\",\"\",\"Presentation of written submissions\",\"\",\"\",\"\",null,null,null,20,0,1,1,0,0,null,null,false,\"\"],[13,\"plenary\",\"\",\"Side event\",\"\",\"\",\"\",null,null,null,30,0,1,4,0,0,null,null,false,\"ECE/GCM/2020/2 | Note |\"]],\"objectives\":[[\"id\",\"number\",\"short_title\",\"title\"],[1,1,\"Data\",\"Collect and utilize accurate and disaggregated data as a basis for evidence-based policies\"],[2,2,\"Minimize adverse drivers\",\"Minimize the adverse drivers and structural factors that compel people to leave their country of origin\"],[3,3,\"Information provision\",\"Provide accurate and timely information at all stages of migration\"],[4,4,\"Legal identity and documentation\",\"Ensure that all migrants have proof of legal identity and adequate documentation\"],[5,5,\"Regular pathways\",\"Enhance availability and flexibility of pathways for regular migration\"],[6,6,\"Recruitment and decent work\",\"Facilitate fair and ethical recruitment and safeguard conditions that ensure decent work\"],[7,7,\"Reduce vulnerabilities\",\"Address and reduce vulnerabilities in migration\"],[8,8,\"Save lives\",\"Save lives and establish coordinated international efforts on missing migrants\"],[9,9,\"Counter smuggling\",\"Strengthen the transnational response to smuggling of migrants\"],[10,10,\"Eradicate trafficking\",\"Prevent, combat and eradicate trafficking in persons in the context of international migration\"],[11,11,\"Manage borders\",\"Manage borders in an integrated, secure and coordinated manner\"],[12,12,\"Screening and referral\",\"Strengthen certainty and predictability in migration procedures for appropriate screening, assessment and referral\"],[13,13,\"Alternatives to detention\",\"Use migration detention only as a measure of last resort and work towards alternatives\"],[14,14,\"Consular protection\",\"Enhance consular protection, assistance and cooperation throughout the migration cycle\"],[15,15,\"Access to basic services\",\"Provide access to basic services for migrants\"],[16,16,\"Inclusion and social cohesion\",\"Empower migrants and societies to realize full inclusion and social cohesion\"],[17,17,\"Eliminate discrimination\",\"Eliminate all forms of discrimination and promote evidence-based public discourse to shape perceptions of migration\"],[18,18,\"Skills development and recognition\",\"Invest in skills development and facilitate mutual recognition of skills, qualifications and competences\"],[19,19,\"Migrant and diaspora contributions\",\"Create conditions for migrants and diasporas to fully contribute to sustainable development in all countries\"],[20,20,\"Remittances\",\"Promote faster, safer and cheaper transfer of remittances and foster financial inclusion of migrants\"],[21,21,\"Dignified return and reintegration\",\"Cooperate in facilitating safe and dignified return and readmission, as well as sustainable reintegration\"],[22,22,\"Social protection\",\"Establish mechanisms for the portability of social security entitlements and earned benefits\"],[23,23,\"International cooperation\",\"Strengthen international cooperation and global partnerships for safe, orderly and regular migration\"]],\"coverage\":[[\"id\",\"session_id\",\"objective_id\"],[1,2,2],[2,2,5],[3,2,6],[4,2,12],[5,2,18],[6,4,4],[7,4,8],[8,4,9],[9,4,10],[10,4,11],[11,4,13],[12,4,21],[13,6,14],[14,6,15],[15,6,16],[16,6,19],[17,6,20],[18,6,22],[19,9,1],[20,9,3],[21,9,7],[22,9,17],[23,9,23]],\"entities\":[[\"id\",\"name\",\"kind\",\"stakeholder_category\",\"country_code\",\"region\",\"zone\"],[1,\"Albania\",\"member_state\",\"\",\"AL\",\"\",\"Europe/Tirane\"],[2,\"Andorra\",\"member_state\",\"\",\"AD\",\"\",\"Europe/Andorra\"],[3,\"Armenia\",\"member_state\",\"\",\"AM\",\"\",\"Asia/Yerevan\"],[4,\"Austria\",\"member_state\",\"\",\"AT\",\"\",\"Europe/Vienna\"],[5,\"Azerbaijan\",\"member_state\",\"\",\"AZ\",\"\",\"Asia/Baku\"],[6,\"Belarus\",\"member_state\",\"\",\"BY\",\"\",\"Europe/Minsk\"],[7,\"Belgium\",\"member_state\",\"\",\"BE\",\"\",\"Europe/Brussels\"],[8,\"Bosnia and Herzegovina\",\"member_state\",\"\",\"BA\",\"\",\"Europe/Sarajevo\"],[9,\"Bulgaria\",\"member_state\",\"\",\"BG\",\"\",\"Europe/Sofia\"],[10,\"Canada\",\"member_state\",\"\",\"CA\",\"\",\"America/Toronto\"],[11,\"Croatia\",\"member_state\",\"\",\"HR\",\"\",\"Europe/Zagreb\"],[12,\"Cyprus\",\"member_state\",\"\",\"CY\",\"\",\"Asia/Nicosia\"],[13,\"Czechia\",\"member_state\",\"\",\"CZ\",\"\",\"Europe/Prague\"],[14,\"Denmark\",\"member_state\",\"\",\"DK\",\"\",\"Europe/Copenhagen\"],[15,\"Estonia\",\"member_state\",\"\",\"EE\",\"\",\"Europe/Tallinn\"],[16,\"Finland\",\"member_state\",\"\",\"FI\",\"\",\"Europe/Helsinki\"],[17,\"France\",\"member_state\",\"\",\"FR\",\"\",\"Europe/Paris\"],[18,\"Georgia\",\"member_state\",\"\",\"GE\",\"\",\"Asia/Tbilisi\"],[19,\"Germany\",\"member_state\",\"\",\"DE\",\"\",\"Europe/Berlin\"],[20,\"Greece\",\"member_state\",\"\",\"GR\",\"\",\"Europe/Athens\"],[21,\"Hungary\",\"member_state\",\"\",\"HU\",\"\",\"Europe/Budapest\"],[22,\"Iceland\",\"member_state\",\"\",\"IS\",\"\",\"Atlantic/Reykjavik\"],[23,\"Ireland\",\"member_state\",\"\",\"IE\",\"\",\"Europe/Dublin\"],[24,\"Israel\",\"member_state\",\"\",\"IL\",\"\",\"Asia/Jerusalem\"],[25,\"Italy\",\"member_state\",\"\",\"IT\",\"\",\"Europe/Rome\"],[26,\"Kazakhstan\",\"member_state\",\"\",\"KZ\",\"\",\"Asia/Almaty\"],[27,\"Kyrgyzstan\",\"member_state\",\"\",\"KG\",\"\",\"Asia/Bishkek\"],[28,\"Latvia\",\"member_state\",\"\",\"LV\",\"\",\"Europe/Riga\"],[29,\"Liechtenstein\",\"member_state\",\"\",\"LI\",\"\",\"Europe/Vaduz\"],[30,\"Lithuania\",\"member_state\",\"\",\"LT\",\"\",\"Europe/Vilnius\"],[31,\"Luxembourg\",\"member_state\",\"\",\"LU\",\"\",\"Europe/Luxembourg\"],[32,\"Malta\",\"member_state\",\"\",\"MT\",\"\",\"Europe/Malta\"],[33,\"Monaco\",\"member_state\",\"\",\"MC\",\"\",\"Europe/Monaco\"],[34,\"Montenegro\",\"member_state\",\"\",\"ME\",\"\",\"Europe/Podgorica\"],[35,\"Netherlands\",\"member_state\",\"\",\"NL\",\"\",\"Europe/Amsterdam\"],[36,\"North Macedonia\",\"member_state\",\"\",\"MK\",\"\",\"Europe/Skopje\"],[37,\"Norway\",\"member_state\",\"\",\"NO\",\"\",\"Europe/Oslo\"],[38,\"Poland\",\"member_state\",\"\",\"PL\",\"\",\"Europe/Warsaw\"],[39,\"Portugal\",\"member_state\",\"\",\"PT\",\"\",\"Europe/Lisbon\"],[40,\"Republic of Moldova\",\"member_state\",\"\",\"MD\",\"\",\"Europe/Chisinau\"],[41,\"Romania\",\"member_state\",\"\",\"RO\",\"\",\"Europe/Bucharest\"],[42,\"Russian Federation\",\"member_state\",\"\",\"RU\",\"\",\"Europe/Moscow\"],[43,\"San Marino\",\"member_state\",\"\",\"SM\",\"\",\"Europe/San_Marino\"],[44,\"Serbia\",\"member_state\",\"\",\"RS\",\"\",\"Europe/Belgrade\"],[45,\"Slovakia\",\"member_state\",\"\",\"SK\",\"\",\"Europe/Bratislava\"],[46,\"Slovenia\",\"member_state\",\"\",\"SI\",\"\",\"Europe/Ljubljana\"],[47,\"Spain\",\"member_state\",\"\",\"ES\",\"\",\"Europe/Madrid\"],[48,\"Sweden\",\"member_state\",\"\",\"SE\",\"\",\"Europe/Stockholm\"],[49,\"Switzerland\",\"member_state\",\"\",\"CH\",\"\",\"Europe/Zurich\"],[50,\"Tajikistan\",\"member_state\",\"\",\"TJ\",\"\",\"Asia/Dushanbe\"],[51,\"Türkiye\",\"member_state\",\"\",\"TR\",\"\",\"Europe/Istanbul\"],[52,\"Turkmenistan\",\"member_state\",\"\",\"TM\",\"\",\"Asia/Ashgabat\"],[53,\"Ukraine\",\"member_state\",\"\",\"UA\",\"\",\"Europe/Kyiv\"],[54,\"United Kingdom of Great Britain and Northern Ireland\",\"member_state\",\"\",\"GB\",\"\",\"Europe/London\"],[55,\"United States of America\",\"member_state\",\"\",\"US\",\"\",\"America/New_York\"],[56,\"Uzbekistan\",\"member_state\",\"\",\"UZ\",\"\",\"Asia/Tashkent\"],[57,\"United Nations Network on Migration\",\"un_system\",\"\",\"\",\"\",\"Europe/Zurich\"],[58,\"Migrants\",\"stakeholder\",\"migrants\",\"\",\"\",\"\"],[59,\"Civil society\",\"stakeholder\",\"civil_society\",\"\",\"\",\"\"],[60,\"Migrant and diaspora organizations\",\"stakeholder\",\"diaspora\",\"\",\"\",\"\"],[61,\"Faith-based organizations\",\"stakeholder\",\"faith_based\",\"\",\"\",\"\"],[62,\"Local authorities and communities\",\"stakeholder\",\"local_authorities\",\"\",\"\",\"\"],[63,\"Private sector\",\"stakeholder\",\"private_sector\",\"\",\"\",\"\"],[64,\"Trade unions\",\"stakeholder\",\"trade_unions\",\"\",\"\",\"\"],[65,\"Parliamentarians\",\"stakeholder\",\"parliamentarians\",\"\",\"\",\"\"],[66,\"National human rights institutions\",\"stakeholder\",\"human_rights_institutions\",\"\",\"\",\"\"],[67,\"Red Cross and Red Crescent\",\"stakeholder\",\"red_cross\",\"\",\"\",\"\"],[68,\"Academia\",\"stakeholder\",\"academia\",\"\",\"\",\"\"],[69,\"Media\",\"stakeholder\",\"media\",\"\",\"\",\"\"],[70,\"Children and young people\",\"stakeholder\",\"youth\",\"\",\"\",\"\"]],\"people\":[[\"id\",\"honorific\",\"given_name\",\"family_name\",\"function\",\"entity_id\",\"email\",\"phone\",\"zone\",\"languages\",\"gender\"]],\"seats\":[[\"id\",\"session_id\",\"role\",\"entity_id\",\"person_id\",\"position\",\"minutes\",\"state\"],[1,1,\"chair\",49,null,1,5,\"proposed\"],[2,1,\"speaker\",57,null,2,5,\"confirmed\"],[3,1,\"speaker\",32,null,3,5,\"invited\"],[4,1,\"speaker\",69,null,4,5,\"declined\"],[5,1,\"speaker\",58,null,5,5,\"invited\"],[6,2,\"moderator\",62,null,1,5,\"confirmed\"],[7,2,\"speaker\",39,null,2,5,\"confirmed\"],[8,2,\"speaker\",3,null,3,5,\"confirmed\"],[9,2,\"speaker\",27,null,4,5,\"invited\"],[10,2,\"speaker\",64,null,5,5,\"invited\"],[11,4,\"speaker\",10,null,1,5,\"confirmed\"],[12,4,\"speaker\",18,null,2,5,\"invited\"],[13,4,\"speaker\",67,null,3,5,\"confirmed\"],[14,4,\"speaker\",68,null,4,5,\"proposed\"],[15,6,\"moderator\",61,null,1,5,\"confirmed\"],[16,6,\"speaker\",19,null,2,5,\"invited\"],[17,6,\"speaker\",50,null,3,5,\"invited\"],[18,6,\"speaker\",60,null,4,5,\"proposed\"],[19,6,\"speaker\",63,null,5,5,\"proposed\"],[20,9,\"moderator\",65,null,1,5,\"invited\"],[21,9,\"speaker\",51,null,2,5,\"confirmed\"],[22,9,\"speaker\",55,null,3,5,\"invited\"],[23,9,\"speaker\",66,null,4,5,\"confirmed\"],[24,9,\"speaker\",70,null,5,5,\"proposed\"],[25,10,\"chair\",49,null,1,5,\"proposed\"],[26,10,\"speaker\",57,null,2,5,\"confirmed\"]],\"replacements\":[[\"id\",\"seat_id\",\"entity_id\",\"person_id\",\"reason\",\"replaced_at\"]],\"interests\":[[\"id\",\"entity_id\",\"person_id\",\"received\",\"source\",\"source_key\",\"note\",\"state\",\"position\"]],\"wishes\":[[\"id\",\"interest_id\",\"session_id\",\"role\",\"preference\"]],\"rulers\":[[\"id\",\"zone\",\"position\"],[1,\"America/Toronto\",1],[2,\"Asia/Bishkek\",2]],\"availabilities\":[[\"id\",\"person_id\",\"date\",\"start_minute\",\"end_minute\",\"free\",\"own_clock\"]],\"layouts\":[[\"id\",\"name\",\"position\",\"paper\",\"accent\",\"header_text\",\"logo\",\"logo_alt\",\"time_style\",\"date_style\",\"font_size\",\"columns\",\"zones\"]],\"acceptances\":[[\"id\",\"rule\",\"facts\",\"sentence\",\"reason\",\"name\",\"accepted_at\"]],\"rule_levels\":[[\"id\",\"rule\",\"level\"]]}"}');
CREATE TABLE journal_steps (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name VARCHAR NOT NULL, 
	made_at VARCHAR NOT NULL, 
	state INTEGER NOT NULL, 
	CHECK (state IN (-1, 0, 1))
);
INSERT INTO "journal_steps" VALUES(1,'Change the documents of the meeting','2026-11-24T17:10:45+00:00',1);
INSERT INTO "journal_steps" VALUES(2,'Add a session','2026-11-24T17:10:45+00:00',1);
INSERT INTO "journal_steps" VALUES(3,'Change the documents of Side event','2026-11-24T17:10:45+00:00',1);
INSERT INTO "journal_steps" VALUES(4,'Issue Draft 1','2026-11-24T17:10:45+00:00',1);
CREATE TABLE layouts (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	paper VARCHAR NOT NULL, 
	accent VARCHAR NOT NULL, 
	header_text VARCHAR NOT NULL, 
	logo VARCHAR NOT NULL, 
	logo_alt VARCHAR NOT NULL, 
	time_style VARCHAR NOT NULL, 
	date_style VARCHAR NOT NULL, 
	font_size INTEGER NOT NULL, 
	columns VARCHAR NOT NULL, 
	zones VARCHAR NOT NULL, 
	CHECK (font_size BETWEEN 6 AND 14)
);
CREATE TABLE meeting (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	title VARCHAR NOT NULL, 
	subtitle VARCHAR NOT NULL, 
	zone VARCHAR NOT NULL, 
	zone_label VARCHAR NOT NULL, 
	grid_minutes INTEGER NOT NULL, 
	comfortable_start_minute INTEGER NOT NULL, 
	comfortable_end_minute INTEGER NOT NULL, 
	state_limit_minutes INTEGER NOT NULL, 
	stakeholder_limit_minutes INTEGER NOT NULL, 
	group_limit_minutes INTEGER NOT NULL, 
	handover_seconds INTEGER NOT NULL, 
	words_per_minute INTEGER NOT NULL, 
	draft_number INTEGER NOT NULL, 
	paper_note VARCHAR NOT NULL, 
	working_start_minute INTEGER DEFAULT 540 NOT NULL, 
	working_end_minute INTEGER DEFAULT 1080 NOT NULL, 
	awake_start_minute INTEGER DEFAULT 360 NOT NULL, 
	awake_end_minute INTEGER DEFAULT 1380 NOT NULL, 
	contact VARCHAR DEFAULT '' NOT NULL, 
	deadline_date VARCHAR DEFAULT '' NOT NULL, 
	deadline_minute INTEGER DEFAULT 1439 NOT NULL, 
	invitation_text VARCHAR DEFAULT '' NOT NULL, 
	logistics_text VARCHAR DEFAULT '' NOT NULL, 
	documents VARCHAR DEFAULT '' NOT NULL, 
	uid VARCHAR DEFAULT '' NOT NULL, 
	CHECK (grid_minutes BETWEEN 1 AND 60)
);
INSERT INTO "meeting" VALUES(1,'Regional Review of the Global Compact for Safe, Orderly and Regular Migration in the UNECE region','virtual meeting','Europe/Zurich','CET',5,480,1200,3,2,5,30,120,1,'Illustrative.',540,1080,360,1380,'','',1439,'','','ECE/GCM/2020/1 | Provisional agenda |','f6e72cf0-7925-4618-862f-30833a384946');
CREATE TABLE merges (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	step_id INTEGER NOT NULL, 
	step_name VARCHAR NOT NULL, 
	step_made_at VARCHAR NOT NULL, 
	merged_at VARCHAR NOT NULL, 
	numbers VARCHAR NOT NULL
);
CREATE TABLE notices (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	draft_id INTEGER NOT NULL, 
	person_id INTEGER, 
	entity_id INTEGER, 
	told_at VARCHAR NOT NULL, 
	FOREIGN KEY(draft_id) REFERENCES drafts (id) ON DELETE CASCADE
);
CREATE TABLE objectives (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	number INTEGER NOT NULL, 
	short_title VARCHAR NOT NULL, 
	title VARCHAR NOT NULL
);
INSERT INTO "objectives" VALUES(1,1,'Data','Collect and utilize accurate and disaggregated data as a basis for evidence-based policies');
INSERT INTO "objectives" VALUES(2,2,'Minimize adverse drivers','Minimize the adverse drivers and structural factors that compel people to leave their country of origin');
INSERT INTO "objectives" VALUES(3,3,'Information provision','Provide accurate and timely information at all stages of migration');
INSERT INTO "objectives" VALUES(4,4,'Legal identity and documentation','Ensure that all migrants have proof of legal identity and adequate documentation');
INSERT INTO "objectives" VALUES(5,5,'Regular pathways','Enhance availability and flexibility of pathways for regular migration');
INSERT INTO "objectives" VALUES(6,6,'Recruitment and decent work','Facilitate fair and ethical recruitment and safeguard conditions that ensure decent work');
INSERT INTO "objectives" VALUES(7,7,'Reduce vulnerabilities','Address and reduce vulnerabilities in migration');
INSERT INTO "objectives" VALUES(8,8,'Save lives','Save lives and establish coordinated international efforts on missing migrants');
INSERT INTO "objectives" VALUES(9,9,'Counter smuggling','Strengthen the transnational response to smuggling of migrants');
INSERT INTO "objectives" VALUES(10,10,'Eradicate trafficking','Prevent, combat and eradicate trafficking in persons in the context of international migration');
INSERT INTO "objectives" VALUES(11,11,'Manage borders','Manage borders in an integrated, secure and coordinated manner');
INSERT INTO "objectives" VALUES(12,12,'Screening and referral','Strengthen certainty and predictability in migration procedures for appropriate screening, assessment and referral');
INSERT INTO "objectives" VALUES(13,13,'Alternatives to detention','Use migration detention only as a measure of last resort and work towards alternatives');
INSERT INTO "objectives" VALUES(14,14,'Consular protection','Enhance consular protection, assistance and cooperation throughout the migration cycle');
INSERT INTO "objectives" VALUES(15,15,'Access to basic services','Provide access to basic services for migrants');
INSERT INTO "objectives" VALUES(16,16,'Inclusion and social cohesion','Empower migrants and societies to realize full inclusion and social cohesion');
INSERT INTO "objectives" VALUES(17,17,'Eliminate discrimination','Eliminate all forms of discrimination and promote evidence-based public discourse to shape perceptions of migration');
INSERT INTO "objectives" VALUES(18,18,'Skills development and recognition','Invest in skills development and facilitate mutual recognition of skills, qualifications and competences');
INSERT INTO "objectives" VALUES(19,19,'Migrant and diaspora contributions','Create conditions for migrants and diasporas to fully contribute to sustainable development in all countries');
INSERT INTO "objectives" VALUES(20,20,'Remittances','Promote faster, safer and cheaper transfer of remittances and foster financial inclusion of migrants');
INSERT INTO "objectives" VALUES(21,21,'Dignified return and reintegration','Cooperate in facilitating safe and dignified return and readmission, as well as sustainable reintegration');
INSERT INTO "objectives" VALUES(22,22,'Social protection','Establish mechanisms for the portability of social security entitlements and earned benefits');
INSERT INTO "objectives" VALUES(23,23,'International cooperation','Strengthen international cooperation and global partnerships for safe, orderly and regular migration');
CREATE TABLE people (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	honorific VARCHAR NOT NULL, 
	given_name VARCHAR NOT NULL, 
	family_name VARCHAR NOT NULL, 
	function VARCHAR NOT NULL, 
	entity_id INTEGER, 
	email VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	zone VARCHAR NOT NULL, 
	languages VARCHAR NOT NULL, 
	gender VARCHAR NOT NULL, 
	FOREIGN KEY(entity_id) REFERENCES entities (id) ON DELETE SET NULL
);
CREATE TABLE replacements (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	seat_id INTEGER NOT NULL, 
	entity_id INTEGER, 
	person_id INTEGER, 
	reason VARCHAR NOT NULL, 
	replaced_at VARCHAR NOT NULL, 
	FOREIGN KEY(seat_id) REFERENCES seats (id) ON DELETE CASCADE, 
	FOREIGN KEY(entity_id) REFERENCES entities (id) ON DELETE SET NULL, 
	FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE SET NULL
);
CREATE TABLE rooms (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name VARCHAR NOT NULL, 
	link VARCHAR NOT NULL, 
	position INTEGER NOT NULL
);
INSERT INTO "rooms" VALUES(1,'Virtual plenary','',1);
CREATE TABLE rule_levels (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	rule VARCHAR NOT NULL, 
	level VARCHAR NOT NULL, 
	UNIQUE (rule)
);
CREATE TABLE rulers (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	zone VARCHAR NOT NULL, 
	position INTEGER NOT NULL
);
INSERT INTO "rulers" VALUES(1,'America/Toronto',1);
INSERT INTO "rulers" VALUES(2,'Asia/Bishkek',2);
CREATE TABLE seats (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	session_id INTEGER NOT NULL, 
	role VARCHAR NOT NULL, 
	entity_id INTEGER, 
	person_id INTEGER, 
	position INTEGER NOT NULL, 
	minutes INTEGER NOT NULL, 
	state VARCHAR NOT NULL, 
	CHECK (role IN ('chair', 'moderator', 'speaker', 'panellist', 'rapporteur')), 
	CHECK (state IN ('proposed', 'invited', 'confirmed', 'declined', 'withdrawn')), 
	CHECK (minutes >= 0), 
	FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE, 
	FOREIGN KEY(entity_id) REFERENCES entities (id) ON DELETE SET NULL, 
	FOREIGN KEY(person_id) REFERENCES people (id) ON DELETE SET NULL
);
INSERT INTO "seats" VALUES(1,1,'chair',49,NULL,1,5,'proposed');
INSERT INTO "seats" VALUES(2,1,'speaker',57,NULL,2,5,'confirmed');
INSERT INTO "seats" VALUES(3,1,'speaker',32,NULL,3,5,'invited');
INSERT INTO "seats" VALUES(4,1,'speaker',69,NULL,4,5,'declined');
INSERT INTO "seats" VALUES(5,1,'speaker',58,NULL,5,5,'invited');
INSERT INTO "seats" VALUES(6,2,'moderator',62,NULL,1,5,'confirmed');
INSERT INTO "seats" VALUES(7,2,'speaker',39,NULL,2,5,'confirmed');
INSERT INTO "seats" VALUES(8,2,'speaker',3,NULL,3,5,'confirmed');
INSERT INTO "seats" VALUES(9,2,'speaker',27,NULL,4,5,'invited');
INSERT INTO "seats" VALUES(10,2,'speaker',64,NULL,5,5,'invited');
INSERT INTO "seats" VALUES(11,4,'speaker',10,NULL,1,5,'confirmed');
INSERT INTO "seats" VALUES(12,4,'speaker',18,NULL,2,5,'invited');
INSERT INTO "seats" VALUES(13,4,'speaker',67,NULL,3,5,'confirmed');
INSERT INTO "seats" VALUES(14,4,'speaker',68,NULL,4,5,'proposed');
INSERT INTO "seats" VALUES(15,6,'moderator',61,NULL,1,5,'confirmed');
INSERT INTO "seats" VALUES(16,6,'speaker',19,NULL,2,5,'invited');
INSERT INTO "seats" VALUES(17,6,'speaker',50,NULL,3,5,'invited');
INSERT INTO "seats" VALUES(18,6,'speaker',60,NULL,4,5,'proposed');
INSERT INTO "seats" VALUES(19,6,'speaker',63,NULL,5,5,'proposed');
INSERT INTO "seats" VALUES(20,9,'moderator',65,NULL,1,5,'invited');
INSERT INTO "seats" VALUES(21,9,'speaker',51,NULL,2,5,'confirmed');
INSERT INTO "seats" VALUES(22,9,'speaker',55,NULL,3,5,'invited');
INSERT INTO "seats" VALUES(23,9,'speaker',66,NULL,4,5,'confirmed');
INSERT INTO "seats" VALUES(24,9,'speaker',70,NULL,5,5,'proposed');
INSERT INTO "seats" VALUES(25,10,'chair',49,NULL,1,5,'proposed');
INSERT INTO "seats" VALUES(26,10,'speaker',57,NULL,2,5,'confirmed');
CREATE TABLE sessions (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	kind VARCHAR NOT NULL, 
	code VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	summary VARCHAR NOT NULL, 
	guiding_questions VARCHAR NOT NULL, 
	internal_notes VARCHAR NOT NULL, 
	day_id INTEGER, 
	start_minute INTEGER, 
	room_id INTEGER, 
	minutes INTEGER NOT NULL, 
	wrap_up_minutes INTEGER NOT NULL, 
	target_moderators INTEGER NOT NULL, 
	target_speakers INTEGER NOT NULL, 
	floor_states INTEGER NOT NULL, 
	floor_stakeholders INTEGER NOT NULL, 
	state_limit_minutes INTEGER, 
	stakeholder_limit_minutes INTEGER, 
	pinned INTEGER NOT NULL, 
	documents VARCHAR DEFAULT '' NOT NULL, 
	CHECK (kind IN ('opening', 'roundtable', 'plenary', 'side_event', 'break', 'reserve', 'closing')), 
	CHECK (minutes > 0), 
	CHECK (wrap_up_minutes >= 0), 
	CHECK (pinned IN (0, 1)), 
	CHECK (start_minute BETWEEN 0 AND 1440), 
	CHECK ((day_id IS NULL) = (start_minute IS NULL) AND (day_id IS NULL) = (room_id IS NULL)), 
	FOREIGN KEY(day_id) REFERENCES days (id) ON DELETE RESTRICT, 
	FOREIGN KEY(room_id) REFERENCES rooms (id) ON DELETE RESTRICT
);
INSERT INTO "sessions" VALUES(1,'opening','','Opening segment','','','',1,600,1,30,0,1,1,0,0,NULL,NULL,0,'');
INSERT INTO "sessions" VALUES(2,'roundtable','RT1','Ensuring that migration is voluntary, orderly and regular','How regular pathways, fair recruitment and the recognition of skills make migration a matter of choice.','1. Which regular pathways have been opened or widened since 2018, and what made them work?
2. How can fair recruitment and decent work be ensured along the whole journey?
3. Which steps have made skills and qualifications recognized across borders?','',1,630,1,90,10,1,4,12,5,NULL,NULL,0,'');
INSERT INTO "sessions" VALUES(3,'break','','Break','','','',1,720,1,100,0,1,4,0,0,NULL,NULL,0,'');
INSERT INTO "sessions" VALUES(4,'roundtable','RT2','Protecting migrants through rights-based border governance measures','How borders are managed so that lives are saved and the rights of all migrants are upheld.','1. Which measures have made border governance both secure and respectful of rights?
2. What has helped States and partners to save lives and to trace missing migrants?
3. Which alternatives to detention have proved workable, and for whom?','',1,820,1,90,10,1,4,12,5,NULL,NULL,0,'');
INSERT INTO "sessions" VALUES(5,'reserve','','Reserve','','','',1,910,1,30,0,1,4,0,0,NULL,NULL,0,'');
INSERT INTO "sessions" VALUES(6,'roundtable','RT3','Supporting the integration of migrants and their contribution to development','How access to services, inclusion and social protection let migrants and societies thrive together.','1. Which policies have opened basic services to all migrants, and how are they paid for?
2. What helps migrants and diasporas to contribute to sustainable development?
3. How can remittances and earned benefits move more cheaply and safely?','',2,600,1,90,10,1,4,12,5,NULL,NULL,0,'');
INSERT INTO "sessions" VALUES(7,'reserve','','Reserve','','','',2,690,1,30,0,1,4,0,0,NULL,NULL,0,'');
INSERT INTO "sessions" VALUES(8,'break','','Break','','','',2,720,1,100,0,1,4,0,0,NULL,NULL,0,'');
INSERT INTO "sessions" VALUES(9,'roundtable','RT4','Improving value-driven and evidence-based policymaking and public debate, and enhancing cooperation on migration','How data, balanced public debate and cooperation between partners lead to better migration policies.','1. Which data have changed a policy, and how were they collected and protected?
2. What has made public debate on migration more balanced and better informed?
3. Where has regional cooperation made the greatest difference?','',2,820,1,90,10,1,4,12,5,NULL,NULL,0,'');
INSERT INTO "sessions" VALUES(10,'closing','','Closing segment','Summary report, next steps','','',2,910,1,30,0,1,1,0,0,NULL,NULL,0,'');
INSERT INTO "sessions" VALUES(11,'side_event','','Side event: Saving lives on the move','','','',NULL,NULL,NULL,30,0,1,1,0,0,NULL,NULL,0,'');
INSERT INTO "sessions" VALUES(12,'plenary','','Presentation of written submissions','','','',NULL,NULL,NULL,20,0,1,1,0,0,NULL,NULL,0,'');
INSERT INTO "sessions" VALUES(13,'plenary','','Side event','','','',NULL,NULL,NULL,30,0,1,4,0,0,NULL,NULL,0,'ECE/GCM/2020/2 | Note |');
CREATE TABLE told_apart (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	table_name VARCHAR NOT NULL, 
	first_id INTEGER NOT NULL, 
	second_id INTEGER NOT NULL, 
	CHECK (table_name IN ('people', 'entities')), 
	CHECK (first_id < second_id), 
	UNIQUE (table_name, first_id, second_id)
);
CREATE TABLE windows (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	day_id INTEGER NOT NULL, 
	start_minute INTEGER NOT NULL, 
	end_minute INTEGER NOT NULL, 
	CHECK (0 <= start_minute AND start_minute < end_minute AND end_minute <= 1440), 
	FOREIGN KEY(day_id) REFERENCES days (id) ON DELETE CASCADE
);
INSERT INTO "windows" VALUES(1,1,600,940);
INSERT INTO "windows" VALUES(2,2,600,940);
CREATE TABLE wishes (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	interest_id INTEGER NOT NULL, 
	session_id INTEGER NOT NULL, 
	role VARCHAR NOT NULL, 
	preference INTEGER NOT NULL, 
	CHECK (role IN ('chair', 'moderator', 'speaker', 'panellist', 'rapporteur')), 
	CHECK (preference >= 0), 
	UNIQUE (interest_id, session_id, role), 
	FOREIGN KEY(interest_id) REFERENCES interests (id) ON DELETE CASCADE, 
	FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
);
CREATE TABLE zone_data (
	id INTEGER NOT NULL, 
	version VARCHAR NOT NULL, 
	offsets VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "zone_data" VALUES(1,'2026f','{"zone":"Europe/Zurich","at":[["America/New_York","2020-11-12",600,-300],["America/New_York","2020-11-12",940,-300],["America/New_York","2020-11-13",600,-300],["America/New_York","2020-11-13",940,-300],["America/Toronto","2020-11-12",600,-300],["America/Toronto","2020-11-12",940,-300],["America/Toronto","2020-11-13",600,-300],["America/Toronto","2020-11-13",940,-300],["Asia/Almaty","2020-11-12",600,360],["Asia/Almaty","2020-11-12",940,360],["Asia/Almaty","2020-11-13",600,360],["Asia/Almaty","2020-11-13",940,360],["Asia/Ashgabat","2020-11-12",600,300],["Asia/Ashgabat","2020-11-12",940,300],["Asia/Ashgabat","2020-11-13",600,300],["Asia/Ashgabat","2020-11-13",940,300],["Asia/Baku","2020-11-12",600,240],["Asia/Baku","2020-11-12",940,240],["Asia/Baku","2020-11-13",600,240],["Asia/Baku","2020-11-13",940,240],["Asia/Bishkek","2020-11-12",600,360],["Asia/Bishkek","2020-11-12",940,360],["Asia/Bishkek","2020-11-13",600,360],["Asia/Bishkek","2020-11-13",940,360],["Asia/Dushanbe","2020-11-12",600,300],["Asia/Dushanbe","2020-11-12",940,300],["Asia/Dushanbe","2020-11-13",600,300],["Asia/Dushanbe","2020-11-13",940,300],["Asia/Jerusalem","2020-11-12",600,120],["Asia/Jerusalem","2020-11-12",940,120],["Asia/Jerusalem","2020-11-13",600,120],["Asia/Jerusalem","2020-11-13",940,120],["Asia/Nicosia","2020-11-12",600,120],["Asia/Nicosia","2020-11-12",940,120],["Asia/Nicosia","2020-11-13",600,120],["Asia/Nicosia","2020-11-13",940,120],["Asia/Tashkent","2020-11-12",600,300],["Asia/Tashkent","2020-11-12",940,300],["Asia/Tashkent","2020-11-13",600,300],["Asia/Tashkent","2020-11-13",940,300],["Asia/Tbilisi","2020-11-12",600,240],["Asia/Tbilisi","2020-11-12",940,240],["Asia/Tbilisi","2020-11-13",600,240],["Asia/Tbilisi","2020-11-13",940,240],["Asia/Yerevan","2020-11-12",600,240],["Asia/Yerevan","2020-11-12",940,240],["Asia/Yerevan","2020-11-13",600,240],["Asia/Yerevan","2020-11-13",940,240],["Atlantic/Reykjavik","2020-11-12",600,0],["Atlantic/Reykjavik","2020-11-12",940,0],["Atlantic/Reykjavik","2020-11-13",600,0],["Atlantic/Reykjavik","2020-11-13",940,0],["Europe/Amsterdam","2020-11-12",600,60],["Europe/Amsterdam","2020-11-12",940,60],["Europe/Amsterdam","2020-11-13",600,60],["Europe/Amsterdam","2020-11-13",940,60],["Europe/Andorra","2020-11-12",600,60],["Europe/Andorra","2020-11-12",940,60],["Europe/Andorra","2020-11-13",600,60],["Europe/Andorra","2020-11-13",940,60],["Europe/Athens","2020-11-12",600,120],["Europe/Athens","2020-11-12",940,120],["Europe/Athens","2020-11-13",600,120],["Europe/Athens","2020-11-13",940,120],["Europe/Belgrade","2020-11-12",600,60],["Europe/Belgrade","2020-11-12",940,60],["Europe/Belgrade","2020-11-13",600,60],["Europe/Belgrade","2020-11-13",940,60],["Europe/Berlin","2020-11-12",600,60],["Europe/Berlin","2020-11-12",940,60],["Europe/Berlin","2020-11-13",600,60],["Europe/Berlin","2020-11-13",940,60],["Europe/Bratislava","2020-11-12",600,60],["Europe/Bratislava","2020-11-12",940,60],["Europe/Bratislava","2020-11-13",600,60],["Europe/Bratislava","2020-11-13",940,60],["Europe/Brussels","2020-11-12",600,60],["Europe/Brussels","2020-11-12",940,60],["Europe/Brussels","2020-11-13",600,60],["Europe/Brussels","2020-11-13",940,60],["Europe/Bucharest","2020-11-12",600,120],["Europe/Bucharest","2020-11-12",940,120],["Europe/Bucharest","2020-11-13",600,120],["Europe/Bucharest","2020-11-13",940,120],["Europe/Budapest","2020-11-12",600,60],["Europe/Budapest","2020-11-12",940,60],["Europe/Budapest","2020-11-13",600,60],["Europe/Budapest","2020-11-13",940,60],["Europe/Chisinau","2020-11-12",600,120],["Europe/Chisinau","2020-11-12",940,120],["Europe/Chisinau","2020-11-13",600,120],["Europe/Chisinau","2020-11-13",940,120],["Europe/Copenhagen","2020-11-12",600,60],["Europe/Copenhagen","2020-11-12",940,60],["Europe/Copenhagen","2020-11-13",600,60],["Europe/Copenhagen","2020-11-13",940,60],["Europe/Dublin","2020-11-12",600,0],["Europe/Dublin","2020-11-12",940,0],["Europe/Dublin","2020-11-13",600,0],["Europe/Dublin","2020-11-13",940,0],["Europe/Helsinki","2020-11-12",600,120],["Europe/Helsinki","2020-11-12",940,120],["Europe/Helsinki","2020-11-13",600,120],["Europe/Helsinki","2020-11-13",940,120],["Europe/Istanbul","2020-11-12",600,180],["Europe/Istanbul","2020-11-12",940,180],["Europe/Istanbul","2020-11-13",600,180],["Europe/Istanbul","2020-11-13",940,180],["Europe/Kyiv","2020-11-12",600,120],["Europe/Kyiv","2020-11-12",940,120],["Europe/Kyiv","2020-11-13",600,120],["Europe/Kyiv","2020-11-13",940,120],["Europe/Lisbon","2020-11-12",600,0],["Europe/Lisbon","2020-11-12",940,0],["Europe/Lisbon","2020-11-13",600,0],["Europe/Lisbon","2020-11-13",940,0],["Europe/Ljubljana","2020-11-12",600,60],["Europe/Ljubljana","2020-11-12",940,60],["Europe/Ljubljana","2020-11-13",600,60],["Europe/Ljubljana","2020-11-13",940,60],["Europe/London","2020-11-12",600,0],["Europe/London","2020-11-12",940,0],["Europe/London","2020-11-13",600,0],["Europe/London","2020-11-13",940,0],["Europe/Luxembourg","2020-11-12",600,60],["Europe/Luxembourg","2020-11-12",940,60],["Europe/Luxembourg","2020-11-13",600,60],["Europe/Luxembourg","2020-11-13",940,60],["Europe/Madrid","2020-11-12",600,60],["Europe/Madrid","2020-11-12",940,60],["Europe/Madrid","2020-11-13",600,60],["Europe/Madrid","2020-11-13",940,60],["Europe/Malta","2020-11-12",600,60],["Europe/Malta","2020-11-12",940,60],["Europe/Malta","2020-11-13",600,60],["Europe/Malta","2020-11-13",940,60],["Europe/Minsk","2020-11-12",600,180],["Europe/Minsk","2020-11-12",940,180],["Europe/Minsk","2020-11-13",600,180],["Europe/Minsk","2020-11-13",940,180],["Europe/Monaco","2020-11-12",600,60],["Europe/Monaco","2020-11-12",940,60],["Europe/Monaco","2020-11-13",600,60],["Europe/Monaco","2020-11-13",940,60],["Europe/Moscow","2020-11-12",600,180],["Europe/Moscow","2020-11-12",940,180],["Europe/Moscow","2020-11-13",600,180],["Europe/Moscow","2020-11-13",940,180],["Europe/Oslo","2020-11-12",600,60],["Europe/Oslo","2020-11-12",940,60],["Europe/Oslo","2020-11-13",600,60],["Europe/Oslo","2020-11-13",940,60],["Europe/Paris","2020-11-12",600,60],["Europe/Paris","2020-11-12",940,60],["Europe/Paris","2020-11-13",600,60],["Europe/Paris","2020-11-13",940,60],["Europe/Podgorica","2020-11-12",600,60],["Europe/Podgorica","2020-11-12",940,60],["Europe/Podgorica","2020-11-13",600,60],["Europe/Podgorica","2020-11-13",940,60],["Europe/Prague","2020-11-12",600,60],["Europe/Prague","2020-11-12",940,60],["Europe/Prague","2020-11-13",600,60],["Europe/Prague","2020-11-13",940,60],["Europe/Riga","2020-11-12",600,120],["Europe/Riga","2020-11-12",940,120],["Europe/Riga","2020-11-13",600,120],["Europe/Riga","2020-11-13",940,120],["Europe/Rome","2020-11-12",600,60],["Europe/Rome","2020-11-12",940,60],["Europe/Rome","2020-11-13",600,60],["Europe/Rome","2020-11-13",940,60],["Europe/San_Marino","2020-11-12",600,60],["Europe/San_Marino","2020-11-12",940,60],["Europe/San_Marino","2020-11-13",600,60],["Europe/San_Marino","2020-11-13",940,60],["Europe/Sarajevo","2020-11-12",600,60],["Europe/Sarajevo","2020-11-12",940,60],["Europe/Sarajevo","2020-11-13",600,60],["Europe/Sarajevo","2020-11-13",940,60],["Europe/Skopje","2020-11-12",600,60],["Europe/Skopje","2020-11-12",940,60],["Europe/Skopje","2020-11-13",600,60],["Europe/Skopje","2020-11-13",940,60],["Europe/Sofia","2020-11-12",600,120],["Europe/Sofia","2020-11-12",940,120],["Europe/Sofia","2020-11-13",600,120],["Europe/Sofia","2020-11-13",940,120],["Europe/Stockholm","2020-11-12",600,60],["Europe/Stockholm","2020-11-12",940,60],["Europe/Stockholm","2020-11-13",600,60],["Europe/Stockholm","2020-11-13",940,60],["Europe/Tallinn","2020-11-12",600,120],["Europe/Tallinn","2020-11-12",940,120],["Europe/Tallinn","2020-11-13",600,120],["Europe/Tallinn","2020-11-13",940,120],["Europe/Tirane","2020-11-12",600,60],["Europe/Tirane","2020-11-12",940,60],["Europe/Tirane","2020-11-13",600,60],["Europe/Tirane","2020-11-13",940,60],["Europe/Vaduz","2020-11-12",600,60],["Europe/Vaduz","2020-11-12",940,60],["Europe/Vaduz","2020-11-13",600,60],["Europe/Vaduz","2020-11-13",940,60],["Europe/Vienna","2020-11-12",600,60],["Europe/Vienna","2020-11-12",940,60],["Europe/Vienna","2020-11-13",600,60],["Europe/Vienna","2020-11-13",940,60],["Europe/Vilnius","2020-11-12",600,120],["Europe/Vilnius","2020-11-12",940,120],["Europe/Vilnius","2020-11-13",600,120],["Europe/Vilnius","2020-11-13",940,120],["Europe/Warsaw","2020-11-12",600,60],["Europe/Warsaw","2020-11-12",940,60],["Europe/Warsaw","2020-11-13",600,60],["Europe/Warsaw","2020-11-13",940,60],["Europe/Zagreb","2020-11-12",600,60],["Europe/Zagreb","2020-11-12",940,60],["Europe/Zagreb","2020-11-13",600,60],["Europe/Zagreb","2020-11-13",940,60],["Europe/Zurich","2020-11-12",600,60],["Europe/Zurich","2020-11-12",940,60],["Europe/Zurich","2020-11-13",600,60],["Europe/Zurich","2020-11-13",940,60]]}');
CREATE INDEX ix_drafts_parent_id ON drafts (parent_id);
CREATE INDEX ix_journal_steps_state ON journal_steps (state);
CREATE INDEX ix_windows_day_id ON windows (day_id);
CREATE INDEX ix_sessions_day_id ON sessions (day_id);
CREATE INDEX ix_sessions_room_id ON sessions (room_id);
CREATE INDEX ix_people_entity_id ON people (entity_id);
CREATE INDEX ix_notices_draft_id ON notices (draft_id);
CREATE INDEX ix_journal_images_step_id ON journal_images (step_id);
CREATE INDEX ix_coverage_objective_id ON coverage (objective_id);
CREATE INDEX ix_seats_entity_id ON seats (entity_id);
CREATE INDEX ix_seats_session_id ON seats (session_id);
CREATE INDEX ix_seats_person_id ON seats (person_id);
CREATE INDEX ix_interests_entity_id ON interests (entity_id);
CREATE INDEX ix_interests_person_id ON interests (person_id);
CREATE INDEX ix_availabilities_person_id ON availabilities (person_id);
CREATE INDEX ix_replacements_entity_id ON replacements (entity_id);
CREATE INDEX ix_replacements_seat_id ON replacements (seat_id);
CREATE INDEX ix_replacements_person_id ON replacements (person_id);
CREATE INDEX ix_wishes_session_id ON wishes (session_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('meeting',1);
INSERT INTO "sqlite_sequence" VALUES('rooms',1);
INSERT INTO "sqlite_sequence" VALUES('days',2);
INSERT INTO "sqlite_sequence" VALUES('windows',2);
INSERT INTO "sqlite_sequence" VALUES('objectives',23);
INSERT INTO "sqlite_sequence" VALUES('entities',70);
INSERT INTO "sqlite_sequence" VALUES('sessions',13);
INSERT INTO "sqlite_sequence" VALUES('seats',26);
INSERT INTO "sqlite_sequence" VALUES('coverage',23);
INSERT INTO "sqlite_sequence" VALUES('rulers',2);
INSERT INTO "sqlite_sequence" VALUES('journal_steps',4);
INSERT INTO "sqlite_sequence" VALUES('drafts',1);
COMMIT;
