"""Lines that sites and agencies leave among paragraphs, and prose that looks like them."""

DATELINES = """SEOUL, July 12 (Reuters) -_
SEOUL (Reuters) -_
SEOUL, Jul 12 (Reuters) –_
SEOUL/TOKYO (Reuters) -_
LONDON, July 12 (Reuters Breakingviews) -_
July 12 (Reuters) -_
SEOUL, South Korea (AP) —_
SEOUL, South Korea (AP) -_
WASHINGTON (AP) —_
(AP) —_
FORT WORTH, Texas (AP) —_
RIO DE JANEIRO (AP) —_
Seoul (AFP) -_
SEOUL, July 12, 2019 (AFP) -_
Seoul, South Korea, July 12 (AFP) –_
SEOUL, July 12 (Xinhua) --_
BEIJING, July 12 (Xinhua) --_
SEOUL, July 12 (Yonhap) --_
TOKYO, July 12 (Kyodo) -_
TOKYO (Kyodo) --_
Berlin (dpa) -_
Berlin/Paris (dpa) –_
BERLIN, 12 July (dpa) –_
Jul 12 (EFE).-_
Madrid, Jul 12 (EFE).-_
Madrid, 12 July (EFE).-_
ROME, JUL 12 -_
(ANSA) - Rome, July 12 -_
ROME, 12 JULY (ANSA) -_
MOSCOW, July 12. /TASS/._
MOSCOW, July 12 (TASS) -_
MOSCOW, July 12 (Sputnik) -_
MOSCOW (RIA Novosti) –_
UNITED NATIONS, July 12 (IPS) -_
NEW DELHI:_
New Delhi, July 12 (PTI)_
New Delhi, Jul 12 (PTI)_
New Delhi:_
ISLAMABAD:_
KARACHI:_
SINGAPORE -_
SYDNEY, AAP -_
HONG KONG, July 12, 2019 /PRNewswire/ --_
NEW YORK--(BUSINESS WIRE)--_
NEW YORK, July 12, 2019 (GLOBE NEWSWIRE) --_
SEOUL, July 12 –_
SEOUL |_
SEOUL —_
SEOUL, July 12 (Bloomberg) --_
(Bloomberg) --_
(CNN) —_
(CNN)
Seoul (CNN) —_
Seoul, South Korea (CNN)
(CNN Business) —_
LONDON, England (CNN) --_
SEOUL, (UPI) --_
SEOUL, July 12 (UPI) --_
Tokyo, July 12 (Jiji Press)--
GENEVA (ILO News) –_
Seoul, Jul 12, 2019 / 06:00 am (CNA)._
WASHINGTON, D.C. (AP) —_
WASHINGTON, July 12 (Reuters) —_
Washington —_
ATLANTA (AP) --_""".splitlines()
"""An underscore at the end stands for a space."""
DIRTY = """Sign up for our newsletter
Sign up for our newsletter here.
Sign up here for our daily newsletter, Morning Briefing.
Sign up to our free newsletter for a round-up of the week's news
Our free Morning Headlines newsletter gives you the day's news straight to your inbox
Stay informed: sign up for our newsletter
This article was amended on 13 July 2019. An earlier version said the curbs began in May.
• This article was amended on 13 July 2019 to correct a name.
This story was updated on July 13 to include a comment.
This article has been updated.
This story has been corrected to show that the ministry is in Seoul, not Busan.
An earlier version of this article misstated the date of the meeting.
A previous version of this story misspelled the minister's name.
Correction: An earlier version of this article gave the wrong date.
CORRECTION: July 13, 2019: The article said...
Editor's note: This story has been updated.
Clarification: This story has been updated to add a comment.
Photo: Kim Lee
Photo: Kim Lee / AFP
Photo by Kim Lee/Getty Images
(Photo by Kim Lee/Getty Images)
Photograph: Kim Lee/AP
Picture: Kim Lee
Image source, Getty Images
Image caption, A shop in Seoul
Image copyright Getty Images
Media caption Watch: the minister speaks
Getty Images
AFP
AFP via Getty Images
Reuters
[Kim Lee/Reuters]
[File: Kim Lee/Reuters]
A man walks past a shop in Seoul [Kim Lee/Reuters]
A man walks past a shop in Seoul. (Kim Lee / The Post)
A man walks past a shop in Seoul, July 5, 2019. REUTERS/Kim Lee/File Photo
FILE - In this July 5, 2019, file photo, a man walks past a shop in Seoul.
FILE – A man walks past a shop in Seoul, on July 5, 2019.
FILE PHOTO: A man walks past a shop. REUTERS/Kim Lee
READ MORE: Tokyo defends the rules
READ MORE Tokyo defends the rules
Read also: Tokyo defends the rules
ALSO READ | Tokyo defends the rules
Also Read: Tokyo defends the rules
>> Read more
Read more about the curbs here
Related Story: Tokyo defends the rules
RELATED: Tokyo defends the rules
Related article Tokyo defends the rules
MORE: Tokyo defends the rules
SEE ALSO: Tokyo defends the rules
Watch: Tokyo defends the rules
Listen to this article
Listen to the podcast: Inside Seoul
Follow us on Twitter
Follow us on Facebook and Twitter
Follow BBC Africa on Facebook
Follow @TheMorningPost on Twitter
Follow Kim Lee on Twitter: @kimlee
Follow Kim Lee on Twitter at @kimlee.
Like us on Facebook
Join our Telegram channel
Subscribe to our YouTube channel
10:42 GMT
10.42am BST
1h ago
Updated 2 hours ago
Updated 10:42 GMT
Last updated at 10:42 GMT on 12 July 2019
12 Jul 2019 10.42 BST
— Name (@handle) July 3, 2019
— Kim Lee (@kimlee_) July 3, 2019
— Kim Lee 🇰🇷 (@kimlee_) 3 July 2019
Copyright 2019 The Morning Post. All rights reserved.
© 2019 The Morning Post. All rights reserved.
Copyright © 2019 The Associated Press. All rights reserved.
© Thomson Reuters 2019
(c) 2019 AFP
The Morning Post © 2019
www.courier.example · All rights reserved
Reporting by Kim Lee; Editing by Peter Hoffmann
Reporting by Kim Lee in Seoul and Ann Ray in Tokyo; Writing by Bob Ray
(Reporting by Kim Lee; Editing by Peter Hoffmann)
(Reporting by Kim Lee, editing by Peter Hoffmann)
Our Standards: The Thomson Reuters Trust Principles.
Additional reporting by Kim Lee
Associated Press writer Kim Lee in Seoul contributed to this report.
Associated Press writers Kim Lee in Seoul and Ann Ray in Tokyo contributed.
With inputs from agencies
(With inputs from PTI)
— With files from The Canadian Press
With reporting by AFP
(This story has not been edited by staff and is auto-generated from a syndicated feed.)
Advertisement
ADVERTISEMENT
Advertisement - Continue reading below
- Advertisement -
Article continues after advertisement
Story continues
SKIP ADVERTISEMENT
Skip advertisement
Ad
Sponsored
Loading...
Share
Share on Facebook
Tweet
Print
Comments
Leave a comment
0 Comments
Click to share on Facebook (Opens in new window)
5 min read
2 min
Most read
Trending
Top stories
Recommended
You may also like
More from Asia
More on this topic
Topics: Japan, South Korea
Tags: Japan
Explore more
View original
Download the app
Download our app to get alerts
To read the full story, subscribe
Subscribe now
Subscribe to read
Already a subscriber? Log in
Sign in
Create a free account to continue reading
Register for free to continue reading
Support independent journalism
Support our journalism
Donate
We use cookies
Cookie policy
Contact us
Contact the author: kim@example.org
Email: kim@example.org
Kim Lee is a reporter at The Morning Post.
Kim Lee is a correspondent based in Seoul.
Kim Lee covers trade for The Post. Follow her on Twitter @kimlee.
Kim Lee can be reached at kim@example.org
Twitter: @kimlee
###
-30-
ENDS
* * *
***
• • •
---
Play
Play video
0:00 / 1:23
01:23
Video
Gallery
1 of 5
Getty
EPA
Image
Next
Back to top
Live
Breaking news
BREAKING
Topics
Opinion
Have you been affected? Email us
Let us know what you think in the comments below
Is there a story you want us to cover? Email news@example.org
Got a tip? Contact us
Send tips to kim@example.org
Get breaking news alerts
The Associated Press
Agence France-Presse
Reuters contributed to this report.
This is a developing story. Check back for updates.
This is a breaking news story; it will be updated.
More to follow.
More details soon...
This breaking news story is being updated and more details will be published shortly.
Please refresh the page for the fullest version.
Source: Reuters
Source: AFP
SOURCE Morning Post
Republished with permission.
This article is republished from The Conversation under a Creative Commons license.
This article first appeared in The Morning Post.
Credit: Kim Lee/AFP
Credit...Kim Lee for The New York Times
Credit: AP""".splitlines()
PROSE = """Photo agencies in Seoul lost half of their income last year.
Photos of the fire were shown in court on Monday.
Photographs by Kim Lee hang in the museum in Busan, where 300 people saw them.
Editing by hand is slow, the historians of Seoul said.
Reporting by the newspaper led to the arrest of three men.
Reporting from Seoul, the envoy said that talks had failed.
Image rights are worth $3 million a year to the player.
Image copyright is a matter for the courts, the lawyer said.
Media caption writers went on strike in Seoul on Friday.
Source: he would not name it, but three men knew.
More to follow, the minister promised, before the cameras were switched off.
More soon became known of the plan.
Reuters reported on Friday that talks in Geneva had failed.
AP reported the deal first.
Getty Images sued the maker of the program in London.
Bloomberg ran for president in 2020.
Advertisement of tobacco is forbidden in Busan.
Advertising fell by three per cent.
Follow us, the guide told 300 children in the dark.
Follow the rules on Twitter, the company told its users.
Like us, the people of Busan want peace.
Copyright law protects the songs for 70 years.
Copyright 2019 rules are weaker, the lawyers said, than those of 2012.
All rights reserved for citizens were taken from them in 1935.
This article was the first to be amended by the court.
This story was told by his mother when he was a child.
This article of the treaty has been amended twice since 1950.
An earlier version of this law was rejected by the parliament.
An earlier version of the vaccine failed.
Correction of the error cost $3 million.
Correction: the word comes from Latin, he said.
Sign up for the army, the posters said, and see the world.
Signing up for a course costs $300.
Subscribe to our newsletter was the first line of the poem.
Subscribers to the newspaper rose to 300,000 in May.
Register to vote by Monday, the mayor told the students.
Register for free vaccinations in the gymnasium, the city told its people.
Create an account of the war that children understand: that was her task.
To read the sky, sailors need no instruments.
Our newsletter has 300 readers, the farmer said.
Want more bridges? Build them, the engineer told the newsletter of his union.
Stay informed, the army told villagers, and leave by Monday.
Get the latest results of the election from the town hall, the mayor said.
Watch what they do, not what they say, she told reporters.
Watch: that was all he could do.
Listen to the people, the bishop told the president.
Listen to this, said the judge, and read the letter.
See also the court's judgment of 1998, the lawyer wrote.
Read: it will make you free, the poster says.
MORE than 300 farms lost their harvest.
OPINION polls show that the party has lost.
Opinion in Seoul is divided.
Related articles in the law forbid it.
Related Article 5 of the treaty binds all members.
Tags: that is what the police call the paint on the walls.
Topics at the meeting in Geneva were trade and peace.
Live from Seoul, the concert was heard by millions.
Live music returned to Busan in May.
Breaking news of the fire reached the palace at noon.
This is a developing story of trust between two peoples, the envoy said.
This is a breaking point for the farmers, he said.
Updated rules take effect on 12 July 2019 in Seoul.
At 10:42 GMT the train left.
10:42 was the time at which the earth shook.
1.5 million people live there.
12 July 2019 was a Friday.
5 minutes later the bridge fell.
3 of 5 were saved.
Video of the crash was shown to the jury.
Videos are forbidden in court.
Next, the council will vote.
Previous owners had let the house fall into ruin.
Play resumed after an hour.
Donate blood, the hospital asked its neighbours.
Contact with the ship was lost at noon.
Contact us at once, the police told the family.
Email was invented in 1971.
Email addresses such as kim@example.org were stolen, the firm said.
Twitter said on Friday that it had removed 300 accounts.
Facebook, Twitter and Google were fined.
@kimlee was the account that spread the rumour.
Have you been affected by the flood, the president asked the farmers?
Is there a God? The priest did not answer.
Got a light? he asked.
Send us more doctors, the mayor begged.
Kim Lee is a farmer in the south of the country.
Kim Lee is a reporter who was jailed in 2015.
Kim Lee is an editor of dictionaries, and has been one for forty years.
Kim Lee wrote the report in prison.
Kim Lee contributed to the report that ended the career of the minister.
Kim Lee covers the roofs of old houses with straw.
Kim Lee can be reached only by boat.
With files from three archives, the historian proved it.
With reporting from the front forbidden, papers printed poems.
With inputs from farmers, the ministry wrote a new law.
Additional reporting by Kim Lee was needed, the court said, before it could decide.
Additional reporting requirements begin in May.
Translation by machine is cheap.
Production by Samsung fell by half.
Compiled by monks in 1377, the book is the oldest of its kind.
Edited by her daughter, the letters were published in May.
Written by hand, the letter was hard to read.
Written by Kim Lee in prison, the novel sold 300,000 copies.
Credit: that is what farmers need most.
Credit cards are not taken.
The Associated Press Building burned in 1911.
Share prices fell.
Share your bread, the priest said.
Comments by the minister angered Tokyo.
Comments are closed to nobody, the mayor said.
Print shops in Busan have closed.
Loading ships took three days.
Play video games for an hour a day, the doctor advised.
Enlarge the harbour, the merchants demanded.
Skip the queue, said the advertisement, and 300 people did.
Support for the government has fallen today.
Support our troops, journalism students in Seoul shouted.
Fund our schools today, the teachers shouted.
Download speeds in the villages are slow; the app of the ministry shows them.
Download the app, the police told 300 tourists.
Cookies are baked in December.
We use cookies as bait, he said.
By using force you agree to its laws, the general said.
Your browser history may be used in court.
In this photo of 1911 the street is empty.
Caption writers are paid by the line.
FILE cabinets were burned by the ministry.
The men were named as Kim Lee / Park Ho.
Protesters held a sign that said [No More/No Less].
End of the road: the bus goes no further.
END the war, the signs said.
Our standards: that is what we must keep, the judge said.
Newsletter writers earn more than poets.
Privacy policy is made in Brussels.
Terms of service: unknown to most who accept them.
Click here to die, said the title of the exhibition that opened on Friday.
Keep reading, the teacher said.
Story continues to puzzle historians of the war.
Sponsored by Samsung, the team won.
Recommended by doctors, the diet has no effect.
Trending downwards since May, prices are at $3.
Top stories of the building were damaged.
Latest figures show a fall.
Most popular were the songs of the war.
Editor’s pick-up truck was stolen.
Kim Lee/Park Ho won the doubles in Seoul.
Ho/Lee beat the champions.
Reuters/Ipsos polls show a fall of three points.
AP/NORC polls asked 300 people.
AFP was founded in 1835 as Havas.""".splitlines()
NO_DATELINES = """\
NATO — An alliance of thirty states — met in Brussels on Friday for its yearly talks and more.
London: a city of nine million people that never sleeps, or so its mayor likes to say.
May 12 (a Saturday) - The day on which it all began - is a holiday in Seoul from now on, for all.
July 12 (Reuters said) was the day of the talks.
Lima and Cusco — Two cities that could not be more different.
Moscow, July 12. The day was hot and nobody was in the streets.
Samsung (CNN called it a giant) fell.
Washington, Lincoln and Jefferson — They were presidents.
KARACHI: A Novel
SEOUL: WHAT NOW?
BBC: What did you see? The interview with the mayor was shown on Friday evening in all of Seoul.
Georgia (AP) is a state.
Turkey — Not a bird but a country — has a new name.""".splitlines()
