/**
 * Made by tools/emoji.ts. Names and words: Unicode CLDR, copyright © Unicode, Inc., Unicode License V3
 * (https://www.unicode.org/license.txt). Order and groups: emojibase, © Miles Johnson, MIT licence.
 *
 * A group is a text, a line of it an emoji: sign, English name, Persian name, English words, Persian words,
 * and how a skin tone is set.
 */
export const GROUPS: readonly string[] = [
  `😀|grinning face|خنده|cheerful cheery grin happy laugh nice smile smiling teeth|صورت با لبخند نیش باز
😃|grinning face with big eyes|صورت خندان|awesome grin happy mouth open smile smiling teeth yay|باز خنده دهان لبخند
😄|grinning face with smiling eyes|خندان|eye grin happy laugh lol mouth open smile|باز چشم خنده دهان صورت صورتک با پوزخند و چشمان
😁|beaming face with smiling eyes|خندهٔ دندانی|eye grin grinning happy nice smile teeth|تبسم چشم خنده دندونی صورت شاد با چشمان خندان لبخند
😆|grinning squinting face|صورت نیشخندزنان با چشم نیم‌باز|closed eyes haha hahaha happy laugh lol mouth open rofl|باز بسته نیم‌بسته خنده دهان شاد لبخند لبخندزنان نیشخند هاها
😅|grinning face with sweat|صورت خندان و عرق‌کرده|cold dejected excited mouth nervous open smile smiling stress stressed|باز خنده عرق خوشحالی دهان شادی لبخند
🤣|rolling on the floor laughing|از خنده غش کردن|crying face funny haha happy hehe hilarious joy laugh lmao|خنده‌دار خندیدن خوشحال شاد صورتک قاه قهقهه هاها هرهر
😂|face with tears of joy|صورت با اشک شادی|crying feels funny haha happy hehe hilarious laugh lmao lol|احساس بامزه خنده بلند خوشحالی روده‌بر صورتک قهقهه کرکر لذت
🙂|slightly smiling face|لبخند ملایم|happy smile|صورت
🙃|upside-down face|صورت وارونه|hehe smile|لبخند معکوس
🫠|melting face|چهره درحال ذوب شدن|disappear dissolve embarrassed haha heat hot liquid lol melt sarcasm|آب احساسات حل داغ شرمنده شکلک کنایه کنایه‌آمیز گرما مایع
😉|winking face|چشمک|flirt heartbreaker sexy slide tease wink winks|سکسی شوخی صورت عشوه لاس
😊|smiling face with smiling eyes|لبخند خجالتی|blush eye glad satisfied smile|چشم خجالت سرخ شدن صورت
😇|smiling face with halo|هاله‌دار|angel angelic angels blessed fairy fairytale fantasy happy innocent peaceful|صورت فانتزی فرشته لبخند معصوم مقدس ملیح هاله
🥰|smiling face with hearts|صورت خندان و عاشق|3 adore crush heart ily love romance smile you|۳ دوستت دارم ستایش شما شیفتگی صورتک عاشقی عشق قلب
😍|smiling face with heart-eyes|چشم‌های عاشق|143 bae eye feels hearts ily kisses love romance romantic|چشم صورت عشق قلب لبخند
🤩|star-struck|فوق‌العاده|excited eyes face grinning smile star starry-eyed wow|جذاب چشمان خندان خنده ستاره صورت لبخند هیجان زده هیجان‌انگیز
😘|face blowing a kiss|بوسه فرستادن|adorbs bae flirt heart ily love lover miss muah romantic|بوسیدن صورت قلب
😗|kissing face|بوسیدن|143 date dating flirt ily kiss love smooch smooches xoxo|بوسه صورت
☺️|smiling face|لبخند|happy outlined relaxed smile|آرام بسته چشم صورت
😚|kissing face with closed eyes|بوسهٔ خجالتی|143 bae blush date dating eye flirt ily kisses smooches|بسته بوسه بوسیدن چشم صورت
😙|kissing face with smiling eyes|بوسیدن با چشمان خندان|143 closed date dating eye flirt ily kiss kisses love|بوسه چشم صورت لبخند و
🥲|smiling face with tear|چهرهٔ خندان با اشک|glad grateful happy joy pain proud relieved smile smiley touched|آسوده‌خاطر شوق خرسند درد سربلند شاد قدردان لبخند مسرور مفتخر
😋|face savoring food|صورت درحال لیسیدن لب|delicious eat full hungry savor smile smiling tasty um yum|به‌به خوشمزه با زبان آب افتاده لبخند لذیذ
😛|face with tongue|صورت با زبان بیرون‌آمده|awesome cool nice party stuck-out sweet|بیرون آمده زبانک زبونک
😜|winking face with tongue|صورت با چشمک و زبان بیرون آمده|crazy epic eye funny joke loopy nutty party stuck-out wacky|جوک چشم زدن زبانک انداختن زبونک شوخی صورتک
🤪|zany face|صورتک لوده|crazy eye eyes goofy large small|احمق بزرگ بی‌عقل چشم ها های دیوانه صورت کوچک
😝|squinting face with tongue|زبونک با چشم بسته|closed eye eyes gross horrible omg stuck-out taste whatever yolo|آدم بد بدمزه زبان زشت صورت فجیع
🤑|money-mouth face|صورت پول‌دوست|money mouth paid|پول دهان
🤗|smiling face with open hands|بغل کردن|hug hugging|آغوش در گرفتن صورت لبخند
🤭|face with hand over mouth|صورتک با دست روی دهان|giggle giggling oops realization secret shock sudden surprise whoops|آخ اوه ای وای راز سورپرایز شوک صورت جلوی وا
🫢|face with open eyes and hand over mouth|چهره با چشمان باز و دست روی دهان|amazement awe disbelief embarrass gasp omg quiet scared shock surprise|آه خدای من احساسات ترس حیرت خجالت سکوت شکلک شگفتی
🫣|face with peeking eye|چهره با نگاه دزدکی|captivated embarrass hide hiding peek peep scared shy stare|احساسات پنهان شدن کردن ترسیده خجالت کشیدن خجالتی خیره دید
🤫|shushing face|هیس|quiet shh shush|بی‌صدا ساکت سکوت صورت هیس، ساکت،
🤔|thinking face|درحال تفکر|chin consider hmm ponder pondering wondering|صورت فکر کردن متفکر
🫡|saluting face|چهره سلام‌کنان|good luck ma’am ok respect salute sir troops yes|آفتابی احترام احساسات افراد اوکی بله خانم قربان سلام نظامی
🤐|zipper-mouth face|دهان چفت|keep mouth quiet secret shut zip zipper|زیپ صورت قابل اعتماد قفل
🤨|face with raised eyebrow|صورت با ابروی بالاداده|disapproval disbelief distrust emoji hmm mild skeptic skeptical skepticism surprise|سوءظن شک شکاک بالا عدم اعتماد تایید
😐|neutral face|خنثی|awkward blank deadpan expressionless fine jealous meh oh shade straight|بی‌احساس بی‌روح بی‌طرف بی‌مزه جدی صورت
😑|expressionless face|صورت بی‌حالت|awkward dead fine inexpressive jealous meh not oh omg straight|بدون احساس حالت بی‌بیان گنگ
😶|face without mouth|صورت بدون لب|awkward blank expressionless mouthless mute quiet secret silence silent speechless|آرام بی‌صدا دهان ساکت
🫥|dotted line face|چهره با خط‌چین|depressed disappear hidden hide introvert invisible meh whatever wtv|احساسات افسرده برایم مهم نیست برون‌گرا پنهان حالا که چی
😶‍🌫️|face in clouds|صورتک میان ابر|absentminded fog head|حواس‌پرت سر در ابرها مه
😏|smirking face|پوزخند|boss dapper flirt homie kidding leer shade slick sly smirk|تمسخر صورت
😒|unamused face|کسل|... bored fine jealous jel jelly pissed smh ugh uhh|بی‌حوصله صورت کسل‌کننده
🙄|face with rolling eyes|نگاه کلافه|eyeroll shade ugh whatever|اوه چشم چرخوندن چشم‌ها سایه صورت قیافه عاقل اندر سفیه
😬|grimacing face|دهن‌کجی|awk awkward dentist grimace grinning smile smiling|ادا و اصول شکلک صورت منزجر
😮‍💨|face exhaling|صورتک در حال بازدم|blow blowing exhale exhausted gasp groan relief sigh smiley smoke|آه بخار خسته سوت زدن فوت کردن نالیدن نجوا نفس
🤥|lying face|صورت دروغگو|liar lie pinocchio|پینوکیو دروغ دماغ دراز دماغ‌دراز
🫨|shaking face|چهره لرزان|crazy daze earthquake omg panic shock surprise vibrate whoa wow|ارتعاش تعجب دیوانه زلزله شگفت‌زده شگفتی شوک صورت گیج لرزش
😌|relieved face|آسوده‌خاطر|calm peace relief zen|آسوده خاطر خیال راحت صورت
😔|pensive face|چهره غمگین|awful bored dejected died disappointed losing lost sad sucks|افسرده اندیشناک پژمرده صورت محزون ناامید ناراحت
😪|sleepy face|خواب‌آلود|crying good night sad sleep sleeping tired|خواب صورت
🤤|drooling face|آب افتادن دهان||افتاد دهن
😴|sleeping face|خوابیده|bed bedtime good goodnight nap night sleep tired whatever yawn|تخت خواب چرت چهره خروپف خسته خواب‌آلود خوابیدن شب بخیر
😷|face with medical mask|صورت با ماسک پزشکی|cold dentist dermatologist doctor dr germs medicine sick|بیمار تب دارو دکتر سرد سرما سرماخورده مریض
🤒|face with thermometer|تب‌دار|ill sick|آدم بیمار تب دماسنج صورت مریض
🤕|face with head-bandage|سر باندپیچی‌شده|bandage hurt injury ouch|آسیب با باندپیچی حادثه درد صدمه صورت
🤢|nauseated face|حالت تهوع|gross nasty sick vomit|استفراغ بالا آوردن بهم خوردن حال بد به‌هم صورت سبز
🤮|face vomiting|درحال استفراغ|barf ew gross puke sick spew throw up vomit|بالا آوردن تهوع، بیماری دچار تهوع مریض ناخوش
🤧|sneezing face|عطسه|fever flu gesundheit sick sneeze|خیر باشد درحال دماغ قزمز صورت در حال عافیت
🥵|hot face|خیلی گرم|dying feverish heat panting red-faced stroke sweating tongue|برافروخته تب و لرز تب‌دار حرارت دارم میمیرم داغ زبان
🥶|cold face|خیلی سرد|blue blue-faced freezing frostbite icicles subzero teeth|آبی دندان دندون لرز زیر صفر سرما سرمازدگی سرمازده شکلک
🥴|woozy face|نشئه|dizzy drunk eyes intoxicated mouth tipsy uneven wavy|از خود بیخود چشمان بالا و پایین چشمهای تا به
😵|face with crossed-out eyes|گیج|dead dizzy feels knocked out sick tired|صورت
😵‍💫|face with spiral eyes|صورتک با چشمان چرخشی|confused dizzy hypnotized omg smiley trouble whoa woah woozy|آی خدای من سرگیجه شکلک گیج مارپیچ مشکل هیپنوتیزم وای
🤯|exploding head|سر منفجرشده|blown explode mind mindblown no shocked way|دود از بلند شدن شوکه شوکه‌شده غیر ممکن متعجب
🤠|cowboy hat face|کلاه کابوی|cowgirl|صورت به سر کلاه‌به‌سر گاوچران
🥳|partying face|جشن و سور|bday birthday celebrate celebration excited happy hat hooray horn party|بوغ بوق سرنا پارتی تولد مبارک تولدت شکلک صورت صورتک
🥸|disguised face|تغییرقیافه داده|disguise eyebrow glasses incognito moustache mustache nose person spy tache|ابرو احساسات بینی تغییر قیافه جاسوس چهره ریش سبیل شخص
😎|smiling face with sunglasses|باحال|awesome beach bright bro chilling cool rad relaxed shades slay|جالب خورشید روشن صورت خندان با عینک آفتابی لبخند
🤓|nerd face|خوره|brainy clever expert geek gifted glasses intelligent smart|احساس باهوش حرفه‌ای خرخون زرنگ زیرک شکلک صورت عجیب و
🧐|face with monocle|صورت با عینک یک‌چشمی|classy fancy rich stuffy wealthy|کلاس بدگمانی پولدار تخیلی ثروتمند سوءظن ذره بین
😕|confused face|گیج‌شده|befuddled confusing dunno frown hm meh not sad sorry sure|صورت گیج شده مغشوش
🫤|face with diagonal mouth|صورت با دهان کج|confused confusion disappointed doubt doubtful frustrated frustration meh skeptical unsure|بی‌تفاوت حالا هر چی سرخوردگی سرخورده سردرگم سردرگمی شک و
😟|worried face|چهره نگران|anxious butterflies nerves nervous sad stress stressed surprised worry|آشوب صورت
🙁|slightly frowning face|دلخور|frown sad|اخم صورت غصه غم غمگین ناراحت
☹️|frowning face|اخمو|frown sad|اخم صورت غمگین
😮|face with open mouth|دهان باز از تعجب|believe forgot omg shocked surprised sympathy unbelievable unreal whoa wow|صورت غافلگیری همدردی
😯|hushed face|مات و مبهوت|epic omg stunned surprised whoa woah|حیرت‌زده صورت غافلگیر متعجب
😲|astonished face|بهت‌زده|cost no omg shocked totally way|شوکه شده شوکه‌شده صورت کاملاً مات مبهوت متعجب هاج‌وواج
😳|flushed face|سرخ‌شده|amazed awkward crazy dazed dead disbelief embarrassed geez heat hot|بهت حیرت خجالت سرخ شده گیج و منگ
🥺|pleading face|التماس‌کنان|begging big eyes mercy not please pretty puppy sad why|التماس اندوهگین تمنا چرا چشم‌ها حیوونکی خواهش درشت دلسوزی زیبا
🥹|face holding back tears|چهره با چشمان پراشک|admiration aww cry embarrassed feelings grateful gratitude joy please proud|احساسات اشک شوق افتخار اوه تحسین خجالت‌زده سپاسگزار سپاسگزاری شرمنده
😦|frowning face with open mouth|چهره درهم‌کشیده با دهان باز|caught frown guard scared scary surprise what wow|اخم باورنکردنی توقع نداشتن درهم کشیده صورت نا باور
😧|anguished face|دردمند|forgot scared scary stressed surprise unhappy what wow|صورت مضطرب نگران
😨|fearful face|ترسیده|afraid anxious blame fear scared worried|ترس ترسناک صورت مضطرب نگران
😰|anxious face with sweat|عرق ترس|blue cold eek mouth nervous open rushed scared yikes|آبی باز دهان سرد صورت
😥|sad but relieved face|ناامید اما تسکین‌یافته|anxious call close complicated disappointed not sweat time whew|آخیش آسوده خاطر راحت شدن صورت با خیال غمگین ناراحت
😢|crying face|گریان|awful cry feels miss sad tear triste unhappy|اشک صورت گریه کردن ناراحت
😭|loudly crying face|هق‌هق گریه|bawling cry sad sob tear tears unhappy|اشک صورت کردن ناراحت
😱|face screaming in fear|جیغ ترس|epic fearful munch scared scream screamer shocked surprised woah|ترسناک ترسیده جویدن ناخن از صورت وحشتناک
😖|confounded face|سردرگم|annoyed confused cringe distraught feels frustrated mad sad|به‌هم‌ریخته صورت گیج
😣|persevering face|پافشاری|concentrate concentration focus headache persevere|استقامت اصرار تلاش سماجت صورت
😞|disappointed face|ناامید|awful blame dejected fail losing sad unhappy|صورت غمگین ناراحت
😓|downcast face with sweat|عرق سرد|close cold feels headache nervous sad scared yikes|سرما صورت
😩|weary face|ازپاافتاده|crying fail feels hungry mad nooo sad sleepy tired unhappy|از پا افتاده بی‌حوصله خسته صورت کسل‌کننده
😫|tired face|صورت خسته|cost feels nap sad sneeze|خستگی
🥱|yawning face|صورت خمیازه‌کش|bedtime bored goodnight nap night sleep sleepy tired whatever yawn|بی‌حوصله چرت چهره خروپف خسته خمیازه خواب خواب‌آلود خواب‌الود دهن
😤|face with steam from nose|ژست برندگی با دلخوری|anger angry feels fume fuming furious fury mad triumph unhappy|برنده پیروزی دود از دماغ صورت عصبانی غرور فتح ناراحت
😡|enraged face|خشمگین|anger angry feels mad maddening pouting rage red shade unhappy|خشم دیوانه سرخ صورت عصبانی قرمز لبو
😠|angry face|عصبانی|anger blame feels frustrated mad maddening rage shade unhappy upset|دیوانه صورت
🤬|face with symbols on mouth|صورت با نمادهایی روی دهان|censor cursing cussing mad pissed swearing|عصبانی فحش ناسزا ناسزاگویان
😈|smiling face with horns|صورت لبخندزنان با دوشاخ|demon devil evil fairy fairytale fantasy purple shade smile tale|افسانه تخیلی جن خنده شرورانه شیطانی شاخ شرور خندان فانتزی
👿|angry face with horns|چهره عصبانی با دو شاخ|demon devil evil fairy fairytale fantasy imp mischievous purple shade|دیو شرور شیطان صورت فانتزی
💀|skull|جمجمه|body dead death face fairy fairytale i’m lmao monster tale|اسکلت بدن جن و پری صورت مرگ هیولا
☠️|skull and crossbones|جمجمه و استخوان صلیبی|bone dead death face monster|خطر صورت علامت مرگ هیولا
💩|pile of poo|یه تپهٔ گه|bs comic doo dung face fml monster poop smelly smh|ان پشکل پی‌پی صورت طنز مدفوع هیولا
🤡|clown face|دلقک||بی‌عرضه تلخک صورت لوده
👹|ogre|دیو|creature devil face fairy fairytale fantasy mask monster scary tale|جانور جن و پری صورت فانتزی هیولا
👺|goblin|جن کوتوله|angry creature face fairy fairytale fantasy mask mean monster tale|جانور و پری صورت فانتزی هیولا
👻|ghost|روح|boo creature excited face fairy fairytale fantasy halloween haunting monster|جانور جن و پری صورت فانتزی هیولا
👽|alien|موجود فضایی|creature extraterrestrial face fairy fairytale fantasy monster space tale ufo|آدم تخیلی جانور جن و پری صورت فانتزی فرازمینی فضا
👾|alien monster|هیولای فضایی|creature extraterrestrial face fairy fairytale fantasy game gamer games pixelated|آدم بیگانه جانور جن و پری صورت فرازمینی هیولا
🤖|robot|روبات|face monster|ربات صورت هیولا
😺|grinning cat|گربهٔ خندان|animal face mouth open smile smiling|باز خنده دهان صورت گربه
😸|grinning cat with smiling eyes|گربه با چشم‌های خندان|animal eye face grin smile|چشم خنده صورت گربهٔ لبخند
😹|cat with tears of joy|گربهٔ خندان با اشک شوق|animal face laugh laughing lol tear|شادی صورت گربه و قاه خنده
😻|smiling cat with heart-eyes|گربهٔ خندان عاشق|animal eye face heart love smile|چشم صورت عشق قلب گربه لبخند
😼|cat with wry smile|گربه با پوزخند|animal face ironic|صورت طعنه لبخند
😽|kissing cat|گربه و بوسهٔ خجالتی|animal closed eye eyes face kiss|بوسه چشم صورت
🙀|weary cat|گربهٔ بهت‌زده|animal face oh surprised|صورت غافلگیر گربه متعجب وای
😿|crying cat|گربهٔ گریان|animal cry face sad tear|اشک صورت گربه گریه ناراحت
😾|pouting cat|گربهٔ اخمو|animal face|اخم جانور حیوان صورت گربه کرده
🙈|see-no-evil monkey|میمون شرنبین|embarrassed evil face forbidden forgot gesture hide no omg prohibited|اشاره دیدن شر صورت ممنوع خوش‌بین نبین نه
🙉|hear-no-evil monkey|میمون شرنشنو|animal ears evil face forbidden gesture hear listen no not|اشاره شر شنیدن صورت ممنوع خوش‌باور نشنو نه
🙊|speak-no-evil monkey|میمون شرنگو|animal evil face forbidden gesture no not oops prohibited quiet|اشاره حیوان رازداری سکوت شر صحبت صورتک ممنوع نگو نگفتن
💌|love letter|نامهٔ عاشقانه|heart mail romance valentine|ایمیل عشق قلب نامه
💘|heart with arrow|قلب تیرخورده|143 adorbs cupid date emotion ily love romance valentine|الهه عشق الههٔ تیر عاشقانه کوپید
💝|heart with ribbon|قلب با روبان|143 anniversary emotion ily kisses valentine xoxo|ولنتاین
💖|sparkling heart|قلب درخشان|143 emotion excited good ily kisses morning night sparkle xoxo|درخشش هیجان‌زده
💗|growing heart|قلب هیجان‌زده|143 emotion excited heartpulse ily kisses muah nervous pulse xoxo|تپش عصبی
💓|beating heart|قلب تپنده|143 cardio emotion heartbeat ily love pulsating pulse|تپش تپیدن
💞|revolving hearts|قلب چرخان|143 adorbs anniversary emotion heart
💕|two hearts|دو قلب|143 anniversary date dating emotion heart ily kisses love loving|عشق
💟|heart decoration|قلب تزئینی|143 emotion hearth purple white|تزئین تپنده درخشان
❣️|heart exclamation|علامت تعجب قلبی|heavy mark punctuation|سجاوندی قلب نشانه‌گذاری
💔|broken heart|قلب شکسته|break crushed emotion heartbroken lonely sad|شکستن
❤️‍🔥|heart on fire|قلب در آتش|burn love lust sacred|سوزاندن شهوت عشق مقدس
❤️‍🩹|mending heart|قلب التیام‌یافته|healthier improving recovering recuperating well|تندرست خوب شدن در حال بازیابی بهبود سالم‌تر
❤️|red heart|قلب قرمز|emotion love
🩷|pink heart|قلب صورتی|143 adorable cute emotion ily like love special sweet|۱۴۳ احساس بامزه خاص دوست داشتن دوستت دارم دوست‌داشتنی عشق
🧡|orange heart|قلب نارنجی|143
💛|yellow heart|قلب زرد|143 cardiac emotion ily love
💚|green heart|قلب سبز|143 emotion ily love romantic
💙|blue heart|قلب آبی|143 emotion ily love romance
🩵|light blue heart|قلب آبی کم‌رنگ|143 cute cyan emotion ily like love sky special teal|آسمانی روشن احساسات خاص دوستت دارم سبزآبی عشق علاقه فیروزه‌ای
💜|purple heart|قلب بنفش|143 bestest emotion ily love|احساسات بهترین دل دوستت دارم عشق
🤎|brown heart|قلب قهوه‌ای|143|دل
🖤|black heart|قلب سیاه|evil wicked|تار تاریک تیره دل سنگ‌دل سیاه‌دل شرور شیطانی
🩶|grey heart|قلب خاکستری|143 emotion gray ily love silver slate special|۱۴۳ احساس خاص دوستت دارم رنگ لوح عشق نقره‌ای ویژه
🤍|white heart|قلب سفید|143|دل
💋|kiss mark|بوسه ماتیکی|dating emotion heart kissing lips romance sexy|بوسهٔ عاشقانه علامت قلب لب
💯|hundred points|۱۰۰ امتیاز|100 a+ agree clearly definitely faithful fleek full keep perfect|بی‌عیب‌ونقص تمام حقیقت درست است صد کامل نمره وفادار
💢|anger symbol|نماد عصبانیت|angry comic mad upset|دیوانه عصبانی کمیک مصور
💥|collision|برخورد|bomb boom collide comic explode|بوم صدای انفجار کمیک مصور
💫|dizzy|سرگیجه|comic shining shooting star stars|ستاره دنباله دار کمیک مصور
💦|sweat droplets|قطره‌های عرق|comic drip droplet drops splashing squirt water wet work workout|آب تراوش تعرق چکیدن قطره کمیک مصور
💨|dashing away|به سرعت باد|cloud comic dash fart fast go gone gotta running smoke|دوان سریع کمیک گرد پا مصور
🕳️|hole|چاله||سوراخ
💬|speech balloon|بالن گفتار|bubble comic dialog message sms talk text typing|حباب دیالوگ کمیک گفتگو مصور
👁️‍🗨️|eye in speech bubble|چشم در حباب گفتار|balloon witness|بالون شاهد گفتگو
🗨️|left speech bubble|حباب گفتار چپ|balloon dialog|دیالوگ گفتگو
🗯️|right anger bubble|حباب خشم راست|angry balloon mad|بالن جنون دیوانه عصبانی
💭|thought balloon|بالن افکار|bubble cartoon cloud comic daydream decisions dream idea invent invention|تفکر حباب فکر کمیک مصور
💤|ZZZ|خروپف|comic good goodnight night sleep sleeping sleepy tired|خرناس خسته خواب خواب‌آلود شب بخیر کمیک مصور`,
  `👋|waving hand|تکان دادن دست|bye cya g2g greetings gtg hello hey hi later outtie|آهای اونجایی؟ با توام بدن بیرون تا بعد خداحافظ خوشامدگویی|1
🤚|raised back of hand|پشت دست روبه بالا|backhand|اجازه بردن باز موافقت|1
🖐️|hand with fingers splayed|دست با انگشتان باز|finger raised stop|انگشت بدن بزن قدش پنج خداحافظی سلام|1
✋|raised hand|دست بالابرده|5 five high stop|احترام بدن بزن قدش بالا برده سلام|1
🖖|vulcan salute|سلام ولکان|finger hand hands|اسپاک انگشت بدن پیشتازان فضا دست|1
🫱|rightwards hand|دست به سمت راست|handshake hold reach right rightward shake|افراد بدن تکان دادن رسیدن نگه داشتن|1
🫲|leftwards hand|دست به سمت چپ|handshake hold left leftward reach shake|افراد بدن تکان دادن رسیدن نگه داشتن|1
🫳|palm down hand|کف دست به پایین|dismiss drop dropped pick shoo up|افتادن افتاده افراد انداختن بدن برداشتن بلند کردن رها کیش|1
🫴|palm up hand|کف دست به بالا|beckon catch come hold know lift me offer tell|افراد بدن برداشتن بلند کردن من بگو بیا پیشنهاد تعارف|1
🫷|leftwards pushing hand|دست فشاردهنده به سمت چپ|block five halt high hold leftward pause push refuse slap|امتناع انتظار ایست بزن قدش توقف رد کردن صبر فشار|1
🫸|rightwards pushing hand|دست فشاردهنده به سمت راست|block five halt high hold pause push refuse rightward slap|امتناع انتظار بزن قدش توقف رد کردن صبر فشار مسدود|1
👌|OK hand|علامت اوکی|awesome bet dope fleek fosho got gotcha legit okay pinch|باشه بدن بله تأیید حتما حتمی دست سه عالی تایید|1
🤌|pinched fingers|انگشتان جمع‌شده|gesture hand hold huh interrogation patience relax sarcastic ugh what|اشاره با دست اَه چی؟ نگه داشتن ریلکس سؤال ساکت|1
🤏|pinching hand|دست در حال نیشگون گرفتن|amount bit fingers little small sort|انگشتان تقریبا سر سوزن کمی کوچک مقدار اندک کم یه|1
✌️|victory hand|علامت پیروزی|peace v|بدن دست وی|1
🤞|crossed fingers|انگشتان گره خورده|cross finger hand luck|انگشت بخت پنجه دست شانس|1
🫰|hand with index finger and thumb crossed|دست با انگشت اشاره و شست متقاطع|<3 expensive heart love money snap|افراد بدن بشکن پول ثروت عشق قلب گران|1
🤟|love-you gesture|علامت دوستت دارم|fingers hand ily love three you|دست دوست سه انگشت|1
🤘|sign of the horns|نماد شاخ|finger hand rock-on|انگشت بدن دست راک شیطان|1
🤙|call me hand|دست به شکل تلفن|hang loose shaka|تماس بگیر زنگ بزن|1
👈|backhand index pointing left|اشاره به چپ|finger hand point|انگشت بدن پشت دست|1
👉|backhand index pointing right|اشاره به راست|finger hand point|انگشت بدن پشت دست|1
👆|backhand index pointing up|اشاره به بالا با پشت دست|finger hand point|انگشت بدن|1
🖕|middle finger|انگشت میانه|hand|وسط بدن بیلاخ دست ناسزا|1
👇|backhand index pointing down|اشاره به پایین|finger hand point|انگشت بدن پشت دست|1
☝️|index pointing up|اشاره به بالا|finger hand point this|انگشت بدن دست|1
🫵|index pointing at the viewer|اشاره به بیننده|finger hand poke you|کردن افراد انگشت بدن تو دست سقلمه سیخونک زدن شما|1
👍|thumbs up|پسندیدن|+1 good hand like thumb yes|1+ انگشت شست ایول باشه بالا بله پرچم حتما حله|1
👎|thumbs down|نپسندیدن|-1 bad dislike good hand no nope thumb|1- پایین دست رد کردن شست نه|1
✊|raised fist|مشت کردن|clenched hand punch solidarity|بدن کوبیدن گره|1
👊|oncoming fist|مشت گره‌کرده|absolutely agree boom bro bruh bump clenched correct hand knuckle|بدن دست کوبیدن گره کردن دوستانه زدن|1
🤛|left-facing fist|مشت به چپ|leftwards||1
🤜|right-facing fist|مشت به راست|rightwards|مستقیم|1
👏|clapping hands|دست زدن|applause approval awesome clap congrats congratulations excited good great hand|بدن|1
🙌|raising hands|دست‌های بالا آورده|celebration gesture hand hooray praise raised|بالابرده تحسین تمجید جشن دست ژست هورا|1
🫶|heart hands|شکل قلب با دست|<3 love you|افراد بدن دست‌ها دوستت دارم عاشقتم عشق|1
👐|open hands|دست‌های باز|hand hug jazz swerve|بدن دست|1
🤲|palms up together|دست دعا|cupped dua hands pray prayer wish|آرزو راز و نیاز عبادت نماز|1
🤝|handshake|دست دادن|agreement deal hand meeting shake|قرار کاری قول ملاقات موافق|1
🙏|folded hands|خواهش می‌کنم|appreciate ask beg blessed bow cmon five gesture hand high|تشکر تعظیم درخواست دست دستان دعاگو دعا کردن سپاس لطفاً|1
✍️|writing hand|نوشتن با دست|write||1
💅|nail polish|لاک زدن|bored care cosmetics done makeup manicure whatever|آرایش بدن توجه رسیدگی زیبایی مانیکور ناخن|1
🤳|selfie|خودگرفت|camera phone|سلفی عکس از خود|1
💪|flexed biceps|عضلهٔ بازو|arm beast bench bodybuilder bro curls flex gains gym jacked|بدن عضله ماهیچه مصور ورزیده|1
🦾|mechanical arm|بازوی مکانیکی|accessibility prosthetic|اندام ساختگی مصنوعی پروستتیک دسترس‌پذیری عضو قابلیت دسترسی
🦿|mechanical leg|پای مکانیکی|accessibility prosthetic|اندام ساختگی دسترس‌پذیری قابلیت دسترسی
🦵|leg|لنگ|bent foot kick knee limb|اندام پا ران زانو ساق لگد|1
🦶|foot|پا|ankle feet kick stomp|پایکوبی قوزک لگد|1
👂|ear|گوش|body ears hear hearing listen listening sound|بدن|1
🦻|ear with hearing aid|سمعک در گوش|accessibility hard|دسترس‌پذیری قابلیت دسترسی کم شنوا کم‌شنوایی|1
👃|nose|بینی|body noses nosey odor smell smells|بدن دماغ|1
🧠|brain|مغز|intelligent smart|باهوش خردمند زیرک عاقل
🫀|anatomical heart|قلب|beat cardiology heartbeat organ pulse real red|اندام بدن تپش دل سرخ ضربان عضو واقعی کالبدشناسی مرکز
🫁|lungs|ریه|breath breathe exhalation inhalation lung organ respiration|افراد اندام انسان بازدم بدن تنفس دستگاه تنفسی دم و
🦷|tooth|دندان|dentist pearly teeth white|دندانپزشک سفید عصب کشی
🦴|bone|استخوان|bones dog skeleton wishbone|بندی جناق اسکلت سگ
👀|eyes|دو چشم|body eye face googly look looking omg peep see seeing|بدن دیدن صورت
👁️|eye|چشم|1 body one|بدن
👅|tongue|زبان|body lick slurp|بدن
👄|mouth|لب|beauty body kiss kissing lips lipstick|بدن دهان
🫦|biting lip|گازگرفتن لب|anxious bite fear flirt flirting kiss lipstick nervous sexy uncomfortable|بوسه ترس دلواپس سکسی عشوه‌گری عصبی گاز گرفتن لوندی مضطرب
👶|baby|نوزاد|babies children goo infant newborn pregnant young|بچه خردسال طفل کودک|1
🧒|child|بچه|bright-eyed grandchild kid young younger|بی‌جنس جنس خنثی جوان کودک|1
👦|boy|پسر|bright-eyed child grandson kid son young younger|آدم پسربچه جوان مذکر مرد|1
👧|girl|دختر|bright-eyed child daughter granddaughter kid virgo young younger zodiac|باکره دوشیزه|1
🧑|person|شخص|adult|بزرگسال جنس خنثی نامشخص|1
👱|person: blond hair|آدم: موبلوند|blond-haired human|آدم: انسان بدن بلوند بور صورت طلایی مرد مو|1
👨|man|مرد|adult bro|آقا|1
🧔|person: beard|مرد: ریش‌دار|bearded whiskers|آدم ریش ریشو صورت با مرد:|1
🧔‍♂️|man: beard|مرد: ریش|bearded whiskers|مرد:|1
🧔‍♀️|woman: beard|زن: ریش|bearded whiskers|زن:|1
👨‍🦰|man: red hair|مرد: موقرمز|adult bro|آقا|1
👨‍🦱|man: curly hair|مرد: موفرفری|adult bro|آقا|1
👨‍🦳|man: white hair|مرد: موسفید|adult bro|آقا|1
👨‍🦲|man: bald|مرد: تاس|adult bro|آقا|1
👩|woman|زن|adult lady|خانم|1
👩‍🦰|woman: red hair|زن: موقرمز|adult lady|خانم|1
🧑‍🦰|person: red hair|شخص: موقرمز|adult|بزرگسال جنس خنثی نامشخص|1
👩‍🦱|woman: curly hair|زن: موفرفری|adult lady|خانم|1
🧑‍🦱|person: curly hair|شخص: موفرفری|adult|بزرگسال جنس خنثی نامشخص|1
👩‍🦳|woman: white hair|زن: موسفید|adult lady|خانم|1
🧑‍🦳|person: white hair|شخص: موسفید|adult|بزرگسال جنس خنثی نامشخص|1
👩‍🦲|woman: bald|زن: تاس|adult lady|خانم|1
🧑‍🦲|person: bald|شخص: تاس|adult|بزرگسال جنس خنثی نامشخص|1
👱‍♀️|woman: blond hair|زن: موبور|blond-haired blonde|آدم بلوند بور زن: صورت طلایی موطلایی|1
👱‍♂️|man: blond hair|مرد: مو بور|blond-haired|بلوند طلایی مرد:|1
🧓|older person|میان‌سال|adult elderly grandparent old wise|پیر پیر، مسن، میانسال جنس خنثی مسن|1
👴|old man|پیرمرد|adult bald elderly gramps grandfather grandpa wise|آدم پیر صورت مرد|1
👵|old woman|پیرزن|adult elderly grandma grandmother granny lady wise|پیر زن|1
🙍|person frowning|آدم اخمو|annoyed disappointed disgruntled disturbed frown frustrated gesture irritated upset|اخم اشاره بدن دلخور رنجیده زن ناامید ناراحت ناراضی|1
🙍‍♂️|man frowning|مرد اخم می‌کند|annoyed disappointed disgruntled disturbed frown frustrated gesture irritated upset|اخمو ابرو در هم می‌کشد عبوس ناخشنود ناراضی|1
🙍‍♀️|woman frowning|زن اخم می‌کند|annoyed disappointed disgruntled disturbed frown frustrated gesture irritated upset|اخمو ابرو در هم می‌کشد مرد عبوس ناخشنود ناراضی|1
🙎|person pouting|آدم ناراضی|disappointed downtrodden frown grimace scowl sulk upset whine|اخم جمع کردن لب زن ژست عنق قهر قیافه گرفتن|1
🙎‍♂️|man pouting|مرد اخم‌وتخم می‌کند|disappointed downtrodden frown grimace scowl sulk upset whine|ابرو در هم کشیدن اخم و‌ تخم اخمو ترش‌رویی عبوس|1
🙎‍♀️|woman pouting|زن اخم‌وتخم می‌کند|disappointed downtrodden frown grimace scowl sulk upset whine|ابرو در هم کشیدن اخم و‌ تخم اخمو ترش‌رویی عبوس|1
🙅|person gesturing NO|ابداً نه|forbidden gesture hand not prohibit|جلوگیری خیر دست زن ژست قبول نمی کنم ممنوع هرگز|1
🙅‍♂️|man gesturing NO|مرد نمی‌پذیرد|forbidden gesture hand not prohibit|ابداً نه رد ژست مخالفت مخالف بودن ممنوع|1
🙅‍♀️|woman gesturing NO|زن نمی‌پذیرد|forbidden gesture hand not prohibit|ابداً نه رد ژست مخالفت مخالف بودن ممنوع|1
🙆|person gesturing OK|باشه|exercise gesture hand omg|آه خدای من اوکی تأیید تایید خانم دست زن ژست|1
🙆‍♂️|man gesturing OK|مرد می‌پذیرد|exercise gesture hand omg|اوکی باشه تأیید درست ژشت موافقت|1
🙆‍♀️|woman gesturing OK|زن می‌پذیرد|exercise gesture hand omg|اوکی باشه تأیید درست ژشت موافقت|1
💁|person tipping hand|آماده کمک|fetch flick flip gossip sarcasm sarcastic sassy seriously whatever|اشاره اطلاعات بدن تکان دادن مو دست زن سرزنده طعنه|1
💁‍♂️|man tipping hand|مرد کمک می‌کند|fetch flick flip gossip sarcasm sarcastic sassy seriously whatever|اطلاعات انعام دادن گرفتن رو کردن غیبت دستش را|1
💁‍♀️|woman tipping hand|زن کمک می‌کند|fetch flick flip gossip sarcasm sarcastic sassy seriously whatever|انعام دادن گرفتن رو کردن دستش را|1
🙋|person raising hand|ای ول|gesture here know me pick question raise|اجازه بالا بیا اینجا دست زن ژست سوال شاد من|1
🙋‍♂️|man raising hand|مرد دستش را بالا می‌برد|gesture here know me pick question raise|احترام سلام دادن کردن|1
🙋‍♀️|woman raising hand|زن دستش را بالا می‌برد|gesture here know me pick question raise|احترام سلام دادن کردن|1
🧏|deaf person|آدم ناشنوا|accessibility ear gesture hear|دسترس‌پذیری شنیدن قابلیت دسترسی کر گوش|1
🧏‍♂️|deaf man|مرد ناشنوا|accessibility ear gesture hear||1
🧏‍♀️|deaf woman|زن ناشنوا|accessibility ear gesture hear||1
🙇|person bowing|عذرخواهی|apology ask beg bow favor forgive gesture meditate meditation pity|آدم التماس ببخشید پشیمانی تعظیم ژست شرمنده عبادت متأسف متاسفم|1
🙇‍♂️|man bowing|مرد تعظیم می‌کند|apology ask beg bow favor forgive gesture meditate meditation pity|خواهش داشتن درخواست کردن عذرخواهی متأسف|1
🙇‍♀️|woman bowing|زن تعظیم می‌کند|apology ask beg bow favor forgive gesture meditate meditation pity|خواهش داشتن درخواست کردن عذرخواهی متأسف|1
🤦|person facepalming|با کف دست به پیشانی زدن|again bewilder disbelief exasperation facepalm no not oh omg shock|تعجب رنجش زن شوک صورت عصبانیت گذاشتن ها روی ناامیدی|1
🤦‍♂️|man facepalming|مرد با کف دست به پیشانی می‌زند|again bewilder disbelief exasperation facepalm no not oh omg shock|افتضاح ای وای زدن باورم نمیشه نمی‌شود خجالت دارد شوک|1
🤦‍♀️|woman facepalming|زن با کف دست به پیشانی می‌زند|again bewilder disbelief exasperation facepalm no not oh omg shock|افتضاح ای وای زدن باورم نمیشه نمی‌شود خجالت دارد مستأصل|1
🤷|person shrugging|شانه بالا انداختن|doubt dunno guess idk ignorance indifference knows maybe shrug whatever|بدن به من چه حالا هرچی زن شاید شک داشتن|1
🤷‍♂️|man shrugging|مرد شانه بالا می‌اندازد|doubt dunno guess idk ignorance indifference knows maybe shrug whatever|احتمالا به من چه بی‌تفاوتی حالا هر چی انداختن شاید|1
🤷‍♀️|woman shrugging|زن شانه بالا می‌اندازد|doubt dunno guess idk ignorance indifference knows maybe shrug whatever|آدم احتمالا بدن به من چه بی‌تفاوتی حالا هر چی|1
🧑‍⚕️|health worker|مأمور بهداشت|doctor healthcare nurse therapist|پرستار پزشک درمانگر مراقبت بهداشتی|1
👨‍⚕️|man health worker|مددکار بهداشت مرد|doctor healthcare nurse therapist|آقا|1
👩‍⚕️|woman health worker|مددکار بهداشت زن|doctor healthcare nurse therapist|خانم|1
🧑‍🎓|student|دانش‌آموز|graduate|دانشجو فارغ‌التحصیل|1
👨‍🎓|man student|دانشجوی مرد|graduate|دانش‌آموز دانشجو شاگرد فارغ‌التحصیل محصل|1
👩‍🎓|woman student|دانشجوی زن|graduate|دانش‌آموز دانشجو شاگرد فارغ‌التحصیل محصل|1
🧑‍🏫|teacher|معلم|instructor lecturer professor|استاد مربی|1
👨‍🏫|man teacher|آموزگار مرد|instructor lecturer professor|آقای معلم استاد دبیر مدرس|1
👩‍🏫|woman teacher|آموزگار زن|instructor lecturer professor|استاد خانم معلم دبیر مدرس|1
🧑‍⚖️|judge|قاضی|justice law scales|ترازو|1
👨‍⚖️|man judge|قاضی مرد|justice law scales|آقای وکیل دادرس دادستان دادگاه|1
👩‍⚖️|woman judge|قاضی زن|justice law scales|خانم وکیل دادرس دادگاه|1
🧑‍🌾|farmer|کشاورز|gardener rancher|باغبان مزرعه‌دار|1
👨‍🌾|man farmer|کشاورز مرد|gardener rancher|برزگر خوشه برنج دهقان زارع کشت|1
👩‍🌾|woman farmer|کشاورز زن|gardener rancher|برزگر خوشه برنج دهقان زارع کشت|1
🧑‍🍳|cook|آشپز|chef|سرآشپز|1
👨‍🍳|man cook|آشپز مرد|chef|آشپزی پخت و پز سرآشپز شف|1
👩‍🍳|woman cook|آشپز زن|chef|آشپزی پخت و پز سرآشپز شف|1
🧑‍🔧|mechanic|مکانیک|electrician plumber tradesperson|برق‌کار لوله‌کش|1
👨‍🔧|man mechanic|تعمیرکار مرد|electrician plumber tradesperson|برق‌کار کارگر لوله‌کش مکانیک|1
👩‍🔧|woman mechanic|تعمیرکار زن|electrician plumber tradesperson|برق‌کار کارگر لوله‌کش مکانیک|1
🧑‍🏭|factory worker|کارگر کارخانه|assembly industrial|صنعتی مونتاژ|1
👨‍🏭|man factory worker|کارگر کارخانه مرد|assembly industrial|آدم عمله|1
👩‍🏭|woman factory worker|کارگر کارخانه زن|assembly industrial|آدم عمله|1
🧑‍💼|office worker|کارمند|architect business manager white-collar|اداری کسب و کار مدیر معمار|1
👨‍💼|man office worker|کارمند مرد|architect business manager white-collar|تاجر اداری مدیر مهندس|1
👩‍💼|woman office worker|کارمند زن|architect business manager white-collar|تاجر اداری مدیر مهندس|1
🧑‍🔬|scientist|دانشمند|biologist chemist engineer mathematician physicist|زیست‌شناس شیمی‌دان فیزیک‌دان مهندس|1
👨‍🔬|man scientist|دانشمند مرد|biologist chemist engineer mathematician physicist|آدم زیست‌شناس شیمی‌دان فیزیک‌دان محقق میکروب‌شناس|1
👩‍🔬|woman scientist|دانشمند زن|biologist chemist engineer mathematician physicist|زیست‌شناس شیمی‌دان فیزیک‌دان محقق میکروب‌شناس|1
🧑‍💻|technologist|متخصص|coder computer developer inventor software|برنامه‌نویس کدنویس مخترع نرم‌افزار|1
👨‍💻|man technologist|کارشناس فناوری مرد|coder computer developer inventor software|برنامه‌نویس پی‌سی رایانه کامپیوتر نرم‌افزار|1
👩‍💻|woman technologist|کارشناس فناوری زن|coder computer developer inventor software|برنامه‌نویس پی‌سی رایانه کامپیوتر نرم‌افزار|1
🧑‍🎤|singer|خواننده|actor entertainer rock rockstar star|بازیگر راک ستاره هنرپیشه|1
👨‍🎤|man singer|خواننده مرد|actor entertainer rock rockstar star|ستاره میکروفن هنرمند|1
👩‍🎤|woman singer|خواننده زن|actor entertainer rock rockstar star|ستاره میکروفن هنرمند|1
🧑‍🎨|artist|هنرمند|palette|پالت رنگ|1
👨‍🎨|man artist|هنرمند مرد|palette|آرتیست تخته‌رنگ نقاش|1
👩‍🎨|woman artist|هنرمند زن|palette|آرتیست تخته‌رنگ نقاش|1
🧑‍✈️|pilot|خلبان|plane|هواپیما|1
👨‍✈️|man pilot|خلبان مرد|plane|هواپیما مهماندار هوانورد|1
👩‍✈️|woman pilot|خلبان زن|plane|هواپیما مهماندار هوانورد|1
🧑‍🚀|astronaut|فضانورد|rocket space|موشک|1
👨‍🚀|man astronaut|فضانورد مرد|rocket space|فضا فضانوردی کیهان‌نورد|1
👩‍🚀|woman astronaut|فضانورد زن|rocket space|آدم فضا فضانوردی کیهان‌نورد|1
🧑‍🚒|firefighter|مأمور آتش‌نشانی|fire firetruck|ماشین|1
👨‍🚒|man firefighter|آتش‌نشان مرد|fire firetruck|آتش‌نشانی مأمور ماشین|1
👩‍🚒|woman firefighter|آتش‌نشان زن|fire firetruck|آتش‌نشانی مأمور ماشین|1
👮|police officer|پلیس|apprehend arrest citation cop law over pulled undercover|افسر امنیت ایست بازرسی بازداشت جریمه دستگیر کردن قانون متوقف|1
👮‍♂️|man police officer|پلیس مرد|apprehend arrest citation cop law over pulled undercover|افسر مأمور|1
👮‍♀️|woman police officer|پلیس زن|apprehend arrest citation cop law over pulled undercover|افسر بازداشت بزن بغل جرم جریمه دستگیری قانون مأمور مامور|1
🕵️|detective|کارآگاه|sleuth spy|جاسوس|1
🕵️‍♂️|man detective|کارآگاه مرد|sleuth spy|جاسوس کارآگاهی کردن مأمور آگاهی|1
🕵️‍♀️|woman detective|کارآگاه زن|sleuth spy|جاسوس کارآگاهی کردن مأمور آگاهی|1
💂|guard|گارد نظامی|buckingham helmet london palace|سرباز هنگ سلطنتی انگلستان لندن|1
💂‍♂️|man guard|گارد مرد|buckingham helmet london palace|سرباز هنگ نظامی|1
💂‍♀️|woman guard|گارد زن|buckingham helmet london palace|آدم سرباز هنگ نظامی|1
🥷|ninja|نینجا|assassin fight fighter hidden person secret skills sly soldier stealth|آدم آدم‌کش افراد انسان جنگ جنگجو دزدکی سرباز شخص فرد|1
👷|construction worker|کارگر|build fix hardhat hat man person rebuild remodel repair work|بازسازی تعمیر ساختمان سازی ساختن ساخت‌وساز شغل کار کلاه ایمنی|1
👷‍♂️|man construction worker|کارگر ساختمانی مرد|build fix hardhat hat rebuild remodel repair work|ساختمان‌سازی ساخت‌و‌ساز کلاه ایمنی|1
👷‍♀️|woman construction worker|کارگر ساختمانی زن|build fix hardhat hat man rebuild remodel repair work|ساختمان‌سازی ساخت‌و‌ساز مرد کلاه ایمنی|1
🫅|person with crown|آدم تاج‌دار|monarch noble regal royal royalty|اشراف افراد بدن پادشاه پادشاهی تاج سلطنتی شاه شاهانه ملکه|1
🤴|prince|شاهزاده|crown fairy fairytale fantasy king royal royalty tale|آقازاده تاج به سر شهزاده|1
👸|princess|شاهزاده خانم|crown fairy fairytale fantasy queen royal royalty tale|آدم افسانه جن و پری شاهدخت فانتزی|1
👳|person wearing turban|مرد عمامه‌دار||آخوند آدم بدن دستار سربند عمامه ملا|1
👳‍♂️|man wearing turban|مرد با دستار||عمامه توربان به سر بر|1
👳‍♀️|woman wearing turban|زن با دستار||توربان به سر عمامه مرد بر|1
👲|person with skullcap|مرد با کلاه چینی|cap chinese gua guapi hat mao pi|آدم ژاپنی|1
🧕|woman with headscarf|زن با روسری|bandana head hijab kerchief mantilla tichel|پوشش سر زنان تخل حجاب مانتیلا|1
🤵|person in tuxedo|شخص با کت و شلوار و پاپیون|formal wedding|جوان خوش تیپ داماد شادوماد شاه مرد|1
🤵‍♂️|man in tuxedo|مرد با کت و شلوار و پاپیون|formal groom wedding||1
🤵‍♀️|woman in tuxedo|زن با کت و شلوار و پاپیون|formal wedding||1
👰|person with veil|شخص با تور عروس|wedding|ازدواج تاج عروسی|1
👰‍♂️|man with veil|مرد با تور عروس|wedding||1
👰‍♀️|woman with veil|زن با تور عروس|bride wedding||1
🤰|pregnant woman|زن باردار||بچه در شکم حامله شیکم|1
🫃|pregnant man|مرد باردار|belly bloated full overeat|افراد باد کرده بدن پر پرخور پرخوری کردن شکم برآمده|1
🫄|pregnant person|آدم باردار|belly bloated full overeat stuffed|افراد باد کرده بدن پر پرخور پرخوری کردن شکم|1
🤱|breast-feeding|تغذیه با شیر مادر|baby breast feeding mom mother nursing woman|سینه دادن به نوزاد شیردهی طفل|1
👩‍🍼|woman feeding baby|زنی که به بچه شیر می‌دهد|feed mom mother nanny newborn nursing|پرستار تغذیه دایه زن شیردادن کودک غذا دادن مادر مراقبت|1
👨‍🍼|man feeding baby|مردی که به بچه شیر می‌دهد|dad father feed nanny newborn nursing|انسان بابا بدن پدر پرستار کودک دایه شخص دادن طفل|1
🧑‍🍼|person feeding baby|شخصی که به بچه شیر می‌دهد|feed nanny newborn nursing parent|انسان بابا پدر پرستار تغذیه دایه زن شخص غذا طقل|1
👼|baby angel|فرشته کوچولو|church face fairy fairytale fantasy tale|بچه پری صورت فانتزی کودک|1
🎅|Santa Claus|بابا نوئل|celebration christmas fairy fantasy father holiday merry tale xmas|پدر جشن جن و پری سانتا فانتزی کریسمس|1
🤶|Mrs. Claus|مامان نوئل|celebration christmas fairy fantasy holiday merry mother mrs santa tale|پیرزن خاله ریزه کریسمس مادربزرگ بزرگ|1
🧑‍🎄|Mx Claus|نوئل|celebration christmas fairy fantasy holiday merry santa tale xmas|بابا تعطیلات شخص کریسمس مبارک کلاه نوئل،|1
🦸|superhero|ابرقهرمان|good hero superpower|ابرقدرت خوب دلاور سوپرمن شیرزن شیرمرد قهرمان مرد نیکوکار|1
🦸‍♂️|man superhero|ابرقهرمان مرد|good hero superpower|ابرقدرت خوب دلاور شیرمرد قهرمان|1
🦸‍♀️|woman superhero|ابرقهرمان زن|good hero heroine superpower|ابرقدرت خوب دلاور شیرزن قهرمان|1
🦹|supervillain|ابرشرور|bad criminal evil superpower villain|آدم شرور ابرقدرت اهریمن بدجنس تبهکار جانی جنایتکار خبیث خلافکار|1
🦹‍♂️|man supervillain|ابرشرور مرد|bad criminal evil superpower villain|آدم شرور ابرقدرت اهریمن تبهکار|1
🦹‍♀️|woman supervillain|ابرشرور زن|bad criminal evil superpower villain|آدم شرور ابرقدرت اهریمن تبهکار|1
🧙|mage|ساحر|fantasy magic play sorcerer sorceress sorcery spell summon witch wizard|آدم احضار افسانه افسون افسونگر بدن تخیلی جادو جادوگر زن|1
🧙‍♂️|man mage|ساحر مرد|fantasy magic play sorcerer sorceress sorcery spell summon witch wizard|طلسم‌گر جادوگر|1
🧙‍♀️|woman mage|ساحر زن|fantasy magic play sorcerer sorceress sorcery spell summon witch wizard|افسونگر جادوگر ساحره|1
🧚|fairy|پری|fairytale fantasy myth person pixie tale wings|ابرون افسانه بال پادشاه پریان پروانه تخیلی تیتانیا جن و|1
🧚‍♂️|man fairy|پری مرد|fairytale fantasy myth oberon person pixie puck tale wings|ابرون پادشاه پریان جن و لولو هاب‌گابلین|1
🧚‍♀️|woman fairy|پری زن|fairytale fantasy myth person pixie tale titania wings|تیتانیا ملکه پریان|1
🧛|vampire|خون‌آشام|blood dracula fangs halloween scary supernatural teeth undead|ترسناک خون آشام دراکولا دندان نیش فرا طبیعی لباس مخصوص|1
🧛‍♂️|man vampire|خون‌آشام مرد|blood fangs halloween scary supernatural teeth undead|دراکولا مرده متحرک|1
🧛‍♀️|woman vampire|دراکولای زن|blood fangs halloween scary supernatural teeth undead|دراکولا مرده متحرک|1
🧜|merperson|دریامردمان|creature fairytale folklore ocean sea siren trident|افسانه افسونگر اقیانوس بالاتنه انسان پایین‌تنه ماهی پری دریایی دریازن|1
🧜‍♂️|merman|دریامرد|creature fairytale folklore neptune ocean poseidon sea siren trident triton|تریتون|1
🧜‍♀️|mermaid|پری دریایی|creature fairytale folklore merwoman ocean sea siren trident|دریازن|1
🧝|elf|اِلف|elves enchantment fantasy folklore magic magical myth|آدم افسانه افسون الف جادویی جن سحرآمیز فانتزی کوتوله مرد|1
🧝‍♂️|man elf|اِلف مرد|elves enchantment fantasy folklore magic magical myth|جادویی سحرآمیز|1
🧝‍♀️|woman elf|اِلف زن|elves enchantment fantasy folklore magic magical myth|جادویی سحرآمیز|1
🧞|genie|جن|djinn fantasy jinn lamp myth rub wishes|آدم آرزو بدن پری چراغ جادو غول مالیدن مرد
🧞‍♂️|man genie|مرد جن|djinn fantasy jinn lamp myth rub wishes|غول چراغ
🧞‍♀️|woman genie|زن جن|djinn fantasy jinn lamp myth rub wishes|غول چراغ
🧟|zombie|مرده متحرک|apocalypse dead halloween horror scary undead walking|آخر زمان آخرالزمان آدم اسکلت بدن جسد زامبی زن وحشتناک
🧟‍♂️|man zombie|مرده متحرک مرد|apocalypse dead halloween horror scary undead walking|جسد زامبی زن
🧟‍♀️|woman zombie|مرده متحرک زن|apocalypse dead halloween horror scary undead walking|جسد زامبی مرد
🧌|troll|غول|fairy fantasy monster tale trolling|افراد افسانه بدن تخیلی ترول کردن قلدری مزاحمت هیولا
💆|person getting massage|ماساژ صورت|face headache relax relaxing salon soothe spa tension therapy treatment|آرامش اسپا تراپی تنش زن سالن سردرد گرفتن نوازش کردن|1
💆‍♂️|man getting massage|ماساژ صورت مرد|face headache relax relaxing salon soothe spa tension therapy treatment|سالن برای آقایان|1
💆‍♀️|woman getting massage|ماساژ صورت زن|face headache relax relaxing salon soothe spa tension therapy treatment|سالن برای خانم‌ها|1
💇|person getting haircut|آرایشگاه|barber beauty chop cosmetology cut groom hair parlor shears style|آدم آرایش کردن آرایشگر زن زیبایی سالن عروس قیچی مو|1
💇‍♂️|man getting haircut|مرد مو کوتاه می‌کند|barber beauty chop cosmetology cut groom hair parlor person shears|آرایشگاه آرایشگر کردن|1
💇‍♀️|woman getting haircut|زن مو کوتاه می‌کند|barber beauty chop cosmetology cut groom hair parlor person shears|آرایشگاه آرایشگر کردن|1
🚶|person walking|عابر پیاده|amble gait hike man pace pedestrian stride stroll walk|آهسته قدم زدن پرسه روی پیاده‌روی پیاده‌گردی پیمودن راه رفتن|1
🚶‍♂️|man walking|مرد پیاده‌روی می‌کند|amble gait hike pace pedestrian stride stroll walk|پیاده گشتن راه رفتن راه‌پیمایی|1
🚶‍♀️|woman walking|زن پیاده‌روی می‌کند|amble gait hike man pace pedestrian stride stroll walk|پیاده گشتن راه رفتن راه‌پیمایی|1
🧍|person standing|آدم ایستاده|stand|انسان ایستادن سر پا سرپا|1
🧍‍♂️|man standing|مرد ایستاده|stand||1
🧍‍♀️|woman standing|زن ایستاده|stand||1
🧎|person kneeling|آدم زانوزده|kneel knees|دو زانو نشستن دوزانو روی زدن زانوها|1
🧎‍♂️|man kneeling|مرد زانوزده|kneel knees||1
🧎‍♀️|woman kneeling|زن زانوزده|kneel knees||1
🧑‍🦯|person with white cane|شخصی با عصای راهنما|accessibility blind probing|دسترس‌پذیری سفید نابینا|1
👨‍🦯|man with white cane|مرد با عصای سفید|accessibility blind probing|دسترس‌پذیری قابلیت دسترسی کور نابینا|1
👩‍🦯|woman with white cane|زن با عصای سفید|accessibility blind probing|دسترس‌پذیری قابلیت دسترسی کور نابینا|1
🧑‍🦼|person in motorized wheelchair|شخصی با صندلی چرخ‌دار موتوری|accessibility|دسترس‌پذیری|1
👨‍🦼|man in motorized wheelchair|مرد در صندلی چرخ‌دار برقی|accessibility|دسترس‌پذیری قابلیت دسترسی ویلچر|1
👩‍🦼|woman in motorized wheelchair|زن در صندلی چرخ‌دار برقی|accessibility|دسترس‌پذیری قابلیت دسترسی ویلچر|1
🧑‍🦽|person in manual wheelchair|شخصی با صندلی چرخ‌دار دستی|accessibility|دسترس‌پذیری|1
👨‍🦽|man in manual wheelchair|مرد در صندلی چرخ‌دار دستی|accessibility|دسترس‌پذیری قابلیت دسترسی|1
👩‍🦽|woman in manual wheelchair|زن در صندلی چرخ‌دار دستی|accessibility|دسترس‌پذیری قابلیت دسترسی ویلچر|1
🏃|person running|دونده|fast hurry marathon move quick race racing run rush speed|استقامت بدن تند حرکت دو دویدن سرعت عجله ماراتن مرد|1
🏃‍♂️|man running|مرد دونده|fast hurry marathon move quick race racing run rush speed|دویدن ماراتن می‌دود مسابقه دو|1
🏃‍♀️|woman running|زن دونده|fast hurry marathon move quick race racing run rush speed|دویدن می‌دود ماراتن مسابقه دو|1
💃|woman dancing|رقاص|dance dancer elegant festive flair flamenco groove let’s salsa tango|رقصیدن|1
🕺|man dancing|مرد درحال رقص|dance dancer elegant festive flair flamenco groove let’s salsa tango|شیک|1
🕴️|person in suit levitating|پرواز مرد با لباس رسمی|business|شغل آزاد کت و شلوار کسب‌وکار|1
👯|people with bunny ears|رقص|bestie bff counterpart dancer double ear identical pair party partying|آدم بانی بهترین دوست جشن جفت خرگوش دختر دوقلو رقاص
👯‍♂️|men with bunny ears|مردان در پارتی|bestie bff counterpart dancer double ear identical pair party partying|دادن مهمانی رفتن
👯‍♀️|women with bunny ears|زنان در پارتی|bestie bff counterpart dancer double ear identical pair party partying|دادن مهمانی رفتن
🧖|person in steamy room|فردی در حمام بخار|day luxurious pamper relax sauna spa steam steambath unwind|آرام شدن آرامش اتاق اسپا ریلکس کردن زن سونا لوکس|1
🧖‍♂️|man in steamy room|مرد در حمام بخار|day luxurious pamper relax sauna spa steam steambath unwind|اتاق سونا|1
🧖‍♀️|woman in steamy room|زن در حمام بخار|day luxurious pamper relax sauna spa steam steambath unwind|اتاق سونا|1
🧗|person climbing|فردی کوه‌نوردی می‌کند|climb climber mountain rock scale up|بدن زن کوه نورد صخره نوردی قوی کوه‌پیما کوه‌نورد ورزش|1
🧗‍♂️|man climbing|مرد کوه‌نوردی می‌کند|climb climber mountain rock scale up|کوه‌پیما کوه‌نورد|1
🧗‍♀️|woman climbing|زن کوه‌نوردی می‌کند|climb climber mountain rock scale up|کوه‌پیما کوه‌نورد|1
🤺|person fencing|شمشیربازی|fencer sword|رزمی ورزش
🏇|horse racing|مسابقه اسب‌سواری|jockey racehorse riding sport|اسب ورزش|1
⛷️|skier|اسکی‌سوار|ski snow|اسکی برف ورزش
🏂|snowboarder|اسنوبرد|ski snow snowboard sport|اسکی برف ورزش|1
🏌️|person golfing|گلف‌باز|ball birdie caddy driving golf green pga putt range tee|آدم بازیکن گلف پرتاب توپ باز مرد ورزش ورزشکار|1
🏌️‍♂️|man golfing|گلف‌باز مرد|ball birdie caddy driving golf green pga putt range tee|بازی گلف گلف‌بازی کردن|1
🏌️‍♀️|woman golfing|گلف‌باز زن|ball birdie caddy driving golf green pga putt range tee|بازی گلف گلف‌بازی کردن ورزش|1
🏄|person surfing|موج‌سوار|beach ocean sport surf surfer swell waves|اقیانوس امواج تخته موج سواری دریا ساحل متلاطم مرد سوار|1
🏄‍♂️|man surfing|موج‌سوار مرد|beach ocean sport surf surfer swell waves|موج موج‌سواری کردن|1
🏄‍♀️|woman surfing|موج‌سوار زن|beach ocean person sport surf surfer swell waves|موج موج‌سواری کردن ورزش|1
🚣|person rowing boat|قایق پارویی|canoe cruise fishing lake oar paddle raft river row rowboat|آدم پارو پاروزنی دریاچه رودخانه مرد سوار ورزش وسیله نقلیه|1
🚣‍♂️|man rowing boat|پاروزن مرد|canoe cruise fishing lake oar paddle raft river row rowboat|پارو زدن پاروزنی|1
🚣‍♀️|woman rowing boat|پاروزن زن|canoe cruise fishing lake oar paddle raft river row rowboat|پارو زدن پاروزنی|1
🏊|person swimming|شناگر|freestyle sport swim swimmer triathlon|آدم استخر بدن سه گانه شنا شنای آزاد کرال مرد|1
🏊‍♂️|man swimming|شناگر مرد|freestyle sport swim swimmer triathlon|آب‌تنی شنا کردن|1
🏊‍♀️|woman swimming|شناگر زن|freestyle man sport swim swimmer triathlon|آب‌تنی شنا کردن ورزش|1
⛹️|person bouncing ball|شخص با توپ|athletic basketball championship dribble net player throw|آدم بازیکن بدن بسکتبال پرتاب آزاد دریبل قهرمان مرد ورزش|1
⛹️‍♂️|man bouncing ball|مرد و توپ|athletic basketball championship dribble net player throw|بسکتبال توپ‌بازی کردن|1
⛹️‍♀️|woman bouncing ball|زن و توپ|athletic basketball championship dribble net player throw|بازیکن بسکتبال توپ‌بازی کردن دختر بسکتبالیست ورزشکار ورزش|1
🏋️|person lifting weights|وزنه‌بردار|barbell bodybuilder deadlift lifter powerlifting weight weightlifter workout|آدم بدنساز بلند کردن پاورلیفتینگ دمبل مرد وزنه بردار نیرومند|1
🏋️‍♂️|man lifting weights|وزنه‌بردار مرد|barbell bodybuilder deadlift lifter powerlifting weight weightlifter workout|بلند کردن وزنه وزنه‌برداری|1
🏋️‍♀️|woman lifting weights|وزنه‌بردار زن|barbell bodybuilder deadlift lifter powerlifting weight weightlifter workout|بلند کردن وزنه وزنه‌برداری|1
🚴|person biking|دوچرخه‌سوار|bicycle bicyclist bike cycle cyclist riding sport|آدم تمرین دوچرخه سوار رکاب زدن کلاه ایمنی مرد مسابقه|1
🚴‍♂️|man biking|دوچرخه‌سوار مرد|bicycle bicyclist bike cycle cyclist riding sport|دوچرخه دوچرخه‌سواری رکاب زدن|1
🚴‍♀️|woman biking|دوچرخه‌سوار زن|bicycle bicyclist bike cycle cyclist riding sport|دوچرخه دوچرخه‌سواری رکاب زدن|1
🚵|person mountain biking|دوچرخه کوهستان|bicycle bicyclist bike cycle cyclist riding sport|آدم چرخ سوار دوچرخه‌سوار رکاب زدن قهرمان کلاه ایمنی مرد|1
🚵‍♂️|man mountain biking|مرد و دوچرخه‌سواری کوهستان|bicycle bicyclist bike cycle cyclist riding sport|دوچرخه‌سوار مردان|1
🚵‍♀️|woman mountain biking|زن و دوچرخه‌سواری کوهستان|bicycle bicyclist bike cycle cyclist riding sport|دوچرخه‌سوار زنان|1
🤸|person cartwheeling|حرکت چرخ و فلک|active cartwheel excited flip gymnastics happy somersault|بازی پشتک زدن زن ژیمناستیک شاد فعال کله ملق هیجان|1
🤸‍♂️|man cartwheeling|مردِ چرخ‌وفلک‌زن|active cartwheel excited flip gymnastics happy somersault|پشتک چرخ زدن و فلک چرخ‌وفلک چرخیدن حرکت مردان خوشحال|1
🤸‍♀️|woman cartwheeling|زنِ چرخ‌وفلک‌زن|active cartwheel excited flip gymnastics happy somersault|پشتک چرخ زدن و فلک چرخ‌وفلک حرکت زنان خوشحال زن|1
🤼|people wrestling|کُشتی‌گیران|combat duel grapple ring tournament wrestle|پسر تورنمنت رقابت زورآزمایی کشتی کُشتی گیر کُشتی‌گیر مبارزه مرد
🤼‍♂️|men wrestling|کُشتی‌گیر مرد|combat duel grapple ring tournament wrestle|بدن تورنمنت دست و پنجه نرم کردن زورآزمایی کشتی کُشتی
🤼‍♀️|women wrestling|کُشتی‌گیر زن|combat duel grapple ring tournament wrestle|آدم تورنمنت دست و پنجه نرم کردن زورآزمایی قهرمان کشتی
🤽|person playing water polo|واترپلو|sport swimming waterpolo|آدم استخر بازی پرتاب شنا شوت مرد مسابقه ورزش آبی|1
🤽‍♂️|man playing water polo|واترپلو مردان|sport swimming waterpolo|آدم استخر بدن پرتاب شنا شوت مرد مسابقه بازی کردن|1
🤽‍♀️|woman playing water polo|واترپلو زنان|sport swimming waterpolo|استخر بازی پرتاب زن ورزشکار شنا شوت کردن ورزش آبی|1
🤾|person playing handball|هندبال|athletics ball catch chuck hurl lob pitch sport throw toss|پرتاب کردن توپ را انداختن دریبل شوت مرد مسابقه ورزش|1
🤾‍♂️|man playing handball|هندبالیست مرد|athletics ball catch chuck hurl lob pitch sport throw toss|هندبال بازی کردن|1
🤾‍♀️|woman playing handball|هندبالیست زن|athletics ball catch chuck hurl lob pitch sport throw toss|آدم انداختن بدن پرتاب کردن توپ شوت هندبال بازی|1
🤹|person juggling|ژانگولربازی|act balance balancing handle juggle manage multitask skill|بالانس تردستی توپ چشم بندی چندکاره حرکت نمایشی سیرک شعبده|1
🤹‍♂️|man juggling|مرد ژانگولربازی می‌کند|act balance balancing handle juggle manage multitask skill|تردست تردستی توپ چشم بندی ژانگولر سیرک شعبده باز بازی|1
🤹‍♀️|woman juggling|زن ژانگولربازی می‌کند|act balance balancing handle juggle manage multitask skill|تردست تردستی ژانگولر شعبده‌بازی|1
🧘|person in lotus position|فرد در حالت خلسه|cross legged legs meditation peace relax serenity yoga yogi zen|آدم آرامش چارزانو ذن ریلکس زن مدیتیشن مراقبه مکاشفه نیلوفر|1
🧘‍♂️|man in lotus position|مرد در حالت خلسه|cross legged legs meditation peace relax serenity yoga yogi zen|مکاشفه یوگا|1
🧘‍♀️|woman in lotus position|زن در حالت خلسه|cross legged legs meditation peace relax serenity yoga yogi zen|مکاشفه یوگا|1
🛀|person taking bath|فرد در وان|bathtub tub|حمام|1
🛌|person in bed|فرد در تختخواب|bedtime good goodnight hotel nap night sleep tired zzz|تخت خواب چرت خروپف خسته خوابیدن شب بخیر هتل وقت|1
🧑‍🤝‍🧑|people holding hands|اشخاصی دست در دست هم|bae bestie bff couple dating flirt friends hand hold twins|زوج شخص نگهداشتن|2
👭|women holding hands|دو زن دست در دست|bae bestie bff couple dating flirt friends girls hand hold|زوج همجنس‌گرا|1
👫|woman and man holding hands|زن و مرد دست در‌ دست|bae bestie bff couple dating flirt friends hand hold twins|در زوج|1
👬|men holding hands|دو مرد دست در دست|bae bestie bff boys brothers couple dating flirt friends hand|جوزا دوپیکر دوست دوقلو زوج عاشق همجنس‌گرا|1
💏|kiss|بوسه|anniversary babe bae couple date dating heart love mwah person|خانواده داستان عاشقانه زوج عشق|1
👩‍❤️‍💋‍👨|kiss: woman, man|بوسه: زن،‏ مرد|anniversary babe bae couple date dating heart love mwah person|خانواده داستان عاشقانه زن زوج عشق|2
👨‍❤️‍💋‍👨|kiss: man, man|بوسه: مرد،‏ مرد|anniversary babe bae couple date dating heart love mwah person|خانواده داستان عاشقانه زوج عشق|2
👩‍❤️‍💋‍👩|kiss: woman, woman|بوسه: زن،‏ زن|anniversary babe bae couple date dating heart love mwah person|خانواده داستان عاشقانه زوج عشق|2
💑|couple with heart|زوج عاشق|anniversary babe bae dating kiss love person relationship romance together|داستان عاشقانه عشق قلب|1
👩‍❤️‍👨|couple with heart: woman, man|زوج عاشق: زن،‏ مرد|anniversary babe bae dating kiss love person relationship romance together|داستان عاشقانه زن عشق قلب|2
👨‍❤️‍👨|couple with heart: man, man|زوج عاشق: مرد،‏ مرد|anniversary babe bae dating kiss love person relationship romance together|داستان عاشقانه عشق قلب|2
👩‍❤️‍👩|couple with heart: woman, woman|زوج عاشق: زن،‏ زن|anniversary babe bae dating kiss love person relationship romance together|داستان عاشقانه عشق قلب|2
👨‍👩‍👦|family: man, woman, boy|خانواده: مرد،‏ زن، و پسر|child|خانه‌وار زن عائله فامیل فرزند کودک مرد
👨‍👩‍👧|family: man, woman, girl|خانواده: مرد،‏ زن، و دختر|child|خانه‌وار زن عائله فامیل فرزند کودک مرد
👨‍👩‍👧‍👦|family: man, woman, girl, boy|خانواده: مرد،‏ زن،‏ دختر، و پسر|child|خانه‌وار دختر زن عائله فامیل فرزند کودک مرد
👨‍👩‍👦‍👦|family: man, woman, boy, boy|خانواده: مرد،‏ زن،‏ پسر، و پسر|child|خانه‌وار زن عائله فامیل فرزند کودک مرد
👨‍👩‍👧‍👧|family: man, woman, girl, girl|خانواده: مرد،‏ زن،‏ دختر، و دختر|child|خانه‌وار زن عائله فامیل فرزند کودک مرد
👨‍👨‍👦|family: man, man, boy|خانواده: مرد،‏ مرد، و پسر|child|خانه‌وار عائله فامیل فرزند کودک مرد
👨‍👨‍👧|family: man, man, girl|خانواده: مرد،‏ مرد، و دختر|child|خانه‌وار عائله فامیل فرزند کودک مرد
👨‍👨‍👧‍👦|family: man, man, girl, boy|خانواده: مرد،‏ مرد،‏ دختر، و پسر|child|خانه‌وار دختر عائله فامیل فرزند کودک مرد
👨‍👨‍👦‍👦|family: man, man, boy, boy|خانواده: مرد،‏ مرد،‏ پسر، و پسر|child|خانه‌وار عائله فامیل فرزند کودک مرد
👨‍👨‍👧‍👧|family: man, man, girl, girl|خانواده: مرد،‏ مرد،‏ دختر، و دختر|child|خانه‌وار عائله فامیل فرزند کودک مرد
👩‍👩‍👦|family: woman, woman, boy|خانواده: زن،‏ زن، و پسر|child|خانه‌وار زن عائله فامیل فرزند کودک
👩‍👩‍👧|family: woman, woman, girl|خانواده: زن،‏ زن، و دختر|child|خانه‌وار زن عائله فامیل فرزند کودک
👩‍👩‍👧‍👦|family: woman, woman, girl, boy|خانواده: زن،‏ زن،‏ دختر، و پسر|child|خانه‌وار دختر زن عائله فامیل فرزند کودک
👩‍👩‍👦‍👦|family: woman, woman, boy, boy|خانواده: زن،‏ زن،‏ پسر، و پسر|child|خانه‌وار زن عائله فامیل فرزند کودک
👩‍👩‍👧‍👧|family: woman, woman, girl, girl|خانواده: زن،‏ زن،‏ دختر، و دختر|child|خانه‌وار زن عائله فامیل فرزند کودک
👨‍👦|family: man, boy|خانواده: مرد،‏ پسر|child|خانه‌وار عائله فامیل فرزند کودک مرد
👨‍👦‍👦|family: man, boy, boy|خانواده: مرد،‏ پسر، و پسر|child|خانه‌وار عائله فامیل فرزند کودک مرد
👨‍👧|family: man, girl|خانواده: مرد،‏ دختر|child|خانه‌وار عائله فامیل فرزند کودک مرد
👨‍👧‍👦|family: man, girl, boy|خانواده: مرد،‏ دختر، و پسر|child|خانه‌وار دختر عائله فامیل فرزند کودک مرد
👨‍👧‍👧|family: man, girl, girl|خانواده: مرد،‏ دختر، و دختر|child|خانه‌وار عائله فامیل فرزند کودک مرد
👩‍👦|family: woman, boy|خانواده: زن،‏ پسر|child|خانه‌وار زن عائله فامیل فرزند کودک
👩‍👦‍👦|family: woman, boy, boy|خانواده: زن،‏ پسر، و پسر|child|خانه‌وار زن عائله فامیل فرزند کودک
👩‍👧|family: woman, girl|خانواده: زن،‏ دختر|child|خانه‌وار زن عائله فامیل فرزند کودک
👩‍👧‍👦|family: woman, girl, boy|خانواده: زن،‏ دختر، و پسر|child|خانه‌وار دختر زن عائله فامیل فرزند کودک
👩‍👧‍👧|family: woman, girl, girl|خانواده: زن،‏ دختر، و دختر|child|خانه‌وار زن عائله فامیل فرزند کودک
🗣️|speaking head|درحال صحبت کردن|face silhouette speak|در حال سایه سایه‌نما سر صورت ضد نور
👤|bust in silhouette|تندیس سایه‌نما|mysterious shadow|بالاتنه سایه نما سیاه‌نما سیلوئت ضد نور عکس نیم‌تنه نیم‌چهره‌نما
👥|busts in silhouette|تندیس‌های سایه‌نما|bff bust everyone friend friends people|تندیس دو بالاتنه سایه نما سیاه‌نما سیلوئت نیم‌چهره‌نما
🫂|people hugging|درآغوش گرفتن|comfort embrace farewell friendship goodbye hello hug love thanks|آغوش انسان بدن بغل کردن تشکر خداحافظ خداحافظی دوستی راحتی
👪|family|خانواده|child|خانه‌وار عائله فامیل فرزند کودک
👣|footprints|رد پا|barefoot clothing footprint omw print walk|اثر بدن پوشاک جای`,
  `🐵|monkey face|صورت میمون|animal banana|جانور حیوان
🐒|monkey|میمون|animal banana
🦍|gorilla|گوریل|animal|جانور حیوان
🦧|orangutan|اورانگوتان|animal ape monkey|جانور حیوان کپی میمون
🐶|dog face|صورت سگ|adorbs animal pet puppies puppy|حیوان خانگی
🐕|dog|سگ|animal animals dogs pet|جانور حیوان خانگی
🦮|guide dog|سگ راهنما|accessibility animal blind|جانور حیوان دسترس‌پذیری قابلیت دسترسی نابینا
🐕‍🦺|service dog|سگ کمکی|accessibility animal assistance|خدمت دسترس‌پذیری راهنما قابلیت دسترسی کمک
🐩|poodle|پودل|animal dog fluffy|سگ
🐺|wolf|گرگ|animal face|جانور حیوان صورت
🦊|fox|روباه|animal face|جانور حیوان صورت
🦝|raccoon|راکون|animal curious sly|باهوش پستاندار جاندار جانور حیوان خاکستری خجالتی کمرو کنجکاو ماهر
🐱|cat face|صورت گربه|animal kitten kitty pet|جانور حیوان خانگی
🐈|cat|گربه|animal animals cats kitten pet|جانور حیوان خانگی
🐈‍⬛|black cat|گربه سیاه|animal feline halloween meow unlucky|بدشانس جاندار جانور حیوان سان گربه‌سان میو هالووین
🦁|lion|شیر|alpha animal face leo mane order rawr roar safari strong|برج فلکی زودیاک جنگل صورت
🐯|tiger face|صورت ببر|animal big cat predator
🐅|tiger|ببر|animal big cat predator zoo
🐆|leopard|پلنگ|animal big cat predator zoo
🐴|horse face|صورت اسب|animal dressage equine farm horses|جانور حیوان
🫎|moose|موس|alces animal antlers elk mammal|پستاندار حیوان شاخ گوزن شمالی
🫏|donkey|الاغ|animal ass burro hinny mammal mule stubborn|پستاندار حیوان شیهه قاطر کره کله‌شق لگد
🐎|horse|اسب|animal equestrian farm racehorse racing|اسب‌سواری مسابقه
🦄|unicorn|تک‌شاخ|face|اسب تک شاخ صورت
🦓|zebra|گورخر|animal stripe|حیوان راه‌راه گور
🦌|deer|گوزن|animal|جانور حیوان
🦬|bison|گاومیش|animal buffalo herd wisent|بایسون بوفالو پستاندار جاندار جانور حیوان گله ویسنت
🐮|cow face|صورت گاو|animal farm milk moo|جانور حیوان
🐂|ox|گاو نر|animal animals bull farm taurus zodiac|برج ثور فلکی زودیاک
🐃|water buffalo|بوفالوی آبی|animal zoo|آب بوفالو
🐄|cow|گاو ماده|animal animals farm milk moo|جانور حیوان
🐷|pig face|صورت خوک|animal bacon farm pork
🐖|pig|خوک|animal bacon farm pork sow|ماده
🐗|boar|گراز نر|animal pig|جانور حیوان خوک
🐽|pig nose|دماغ خوک|animal face farm smell snout|صورت
🐏|ram|قوچ|animal aries horns male sheep zodiac zoo|برج حمل فلکی زودیاک گوسفند
🐑|ewe|میش|animal baa farm female fluffy lamb sheep wool|جانور حیوان گوسفند
🐐|goat|بز|animal capricorn farm milk zodiac|برج جدی فلکی بزغاله جانور حیوان دام زودیاک
🐪|camel|شتر|animal desert dromedary hump one|جانور حیوان قوز کوهان
🐫|two-hump camel|شتر دو کوهان|animal bactrian desert hump two|باختری جانور حیوان
🦙|llama|لاما|alpaca animal guanaco vicuña wool|آلپاکا پشم جانور حیوان شتر شترچه گواناکو لامای وحشی وایکونا
🦒|giraffe|زرافه|animal spots|خال خال‌خالی لکه‌لکه نقطه‌نقطه
🐘|elephant|فیل|animal|جانور حیوان
🦣|mammoth|ماموت|animal extinction large tusk wooly|انقراض انهدام بزرگ پستاندار پشمالو جاندار جانور حیوان طبیعت عاج
🦏|rhinoceros|کرگدن|animal|حیوان
🦛|hippopotamus|اسب آبی|animal hippo|اسب‌آبی جاندار جانور حیوان
🐭|mouse face|صورت موش|animal
🐁|mouse|موش|animal animals|جانور حیوان
🐀|rat|موش صحرایی|animal|خرموش
🐹|hamster|همستر|animal face pet|حیوان خانگی صورت
🐰|rabbit face|صورت خرگوش|animal bunny pet|بانی حیوان خانگی
🐇|rabbit|خرگوش|animal bunny pet|بانی حیوان خانگی
🐿️|chipmunk|سنجاب راه‌راه|animal squirrel|جانور حیوان بلوچی
🦫|beaver|بیدستر|animal dam teeth|بیدَستَر جانور حیوان دندان سد سگ آبی
🦔|hedgehog|جوجه‌تیغی|animal spiny|پرخار تیغ‌دار جوجه تیغی خارپشت خارخاری خاردار
🦇|bat|خفاش|animal vampire|حیوان خون‌آشام خوناشام
🐻|bear|خرس|animal face grizzly growl honey|صورت
🐻‍❄️|polar bear|خرس قطبی|animal arctic white|سفید
🐨|koala|کوآلا|animal australia bear down face marsupial under|کوالا
🐼|panda|پاندا|animal bamboo face|صورت
🦥|sloth|تنبل|lazy slow|تن پرور جانور حیوان کاهل کند
🦦|otter|سمور آبی|animal fishing playful|بازی‌گوش جانور حیوان ماهی‌گیری
🦨|skunk|راسو|animal stink|بوی گند جانور حیوان گندو
🦘|kangaroo|کانگورو|animal joey jump marsupial|استرالیا اسکیپی بچه پرش پریدن جانور جهش جهیدن حیوان کیسه
🦡|badger|گورکن|animal honey pester|جاندار جانور حیوان خرسک راسو رودک عسل خوار شغار عسل‌خوار
🐾|paw prints|رد پنجه|feet paws print|اثر پا
🦃|turkey|بوقلمون|bird gobble thanksgiving|گوشت
🐔|chicken|مرغ|animal bird ornithology|جوجه
🐓|rooster|خروس|animal bird ornithology
🐣|hatching chick|جوجه ازتخم‌بیرون‌آمده|animal baby bird egg|از تخم بیرون آمدن تولد نوزاد
🐤|baby chick|جوجه|animal bird ornithology|نوزاد نیم‌رخ
🐥|front-facing baby chick|جوجه از روبرو|animal bird newborn ornithology|تمام رخ نوزاد
🐦|bird|پرنده|animal ornithology
🐧|penguin|پنگوئن|animal antarctica bird ornithology|جانور حیوان
🕊️|dove|کبوتر|bird fly ornithology peace|پرنده پریدن صلح
🦅|eagle|عقاب|animal bird ornithology|پرنده
🦆|duck|مرغابی|animal bird ornithology|پرنده
🦢|swan|قو|animal bird cygnet duckling ornithology ugly|بچه پرنده جاندار جانور جوجه اردک زشت جوجهٔ حیوان قوبچه
🦉|owl|جغد|animal bird ornithology wise|بیدار پرنده خردمند شب زنده دار
🦤|dodo|دودو|animal bird extinction large ornithology|انقراض انهدام بزرگ پرنده جانور جزیره موریس حیوان طبیعت منقرض
🪶|feather|پَر|bird flight light plumage|بال و پر پرنده پرواز جانور حیوان سَبُک طبیعت
🦩|flamingo|فلامینگو|animal bird flamboyant ornithology tropical|استوایی براق جانور حیوان گرمسیر
🦚|peacock|طاووس|animal bird colorful ornithology ostentatious peahen pretty proud|پرنده زیبا تظاهر جانور حیوان خرامیدن خودنما خودنمایی رنگارنگ ماده
🦜|parrot|طوطی|animal bird ornithology pirate talk|پرحرف پرنده جاندار جانور حرف زدن حیوان دزد دریایی دزدان
🪽|wing|بال|angelic ascend aviation bird fly flying heavenly mythology soar|آسمانی اساطیر اوج گرفتن پرواز کردن صعود فرشته فرشته‌گون هوانوردی
🐦‍⬛|black bird|پرنده سیاه|animal beak caw corvid crow ornithology raven rook|حقه‌باز حیوان رخ زاغ قارقار کلاغ منقار
🪿|goose|غاز|animal bird duck flock fowl gaggle gander geese honk ornithology|احمق اردک پرنده حیوان خنگ دسته صدای مرغابی
🐸|frog|قورباغه|animal face|جانور حیوان صورت
🐊|crocodile|تمساح|animal zoo|سوسمار کروکودیل
🐢|turtle|لاک‌پشت|animal terrapin tortoise|سنگ‌پشت کاس‌پشت کاسه‌پشت
🦎|lizard|مارمولک|animal reptile|خزنده
🐍|snake|مار|animal bearer ophiuchus serpent zodiac|افعی اهریمن حامل زودیاک مارگیر
🐲|dragon face|صورت اژدها|animal fairy fairytale tale|افسانه جن و پری
🐉|dragon|اژدها|animal fairy fairytale knights tale|افسانه جن و پری
🦕|sauropod|سوسمار|brachiosaurus brontosaurus dinosaur diplodocus|برانتوسور برکیوسور دایناسور دوپا
🦖|T-Rex|تی‌رکس|dinosaur rex t tyrannosaurus|تیرانوسوروس دایناسور مارمولک ستمگر
🐳|spouting whale|نهنگ در حال آب‌فشانی|animal beach face ocean|صورت وال
🐋|whale|نهنگ|animal beach ocean|جانور حیوان وال
🐬|dolphin|دلفین|animal beach flipper ocean
🦭|seal|فُک|animal lion ocean sea|اقیانوس جاندار جانور حیوان دریا شیر دریایی طبیعت
🐟|fish|ماهی|animal dinner fishes fishing pisces zodiac|برج فلکی حوت زودیاک
🐠|tropical fish|ماهی استوایی|animal fishes
🐡|blowfish|ماهی بادکنکی|animal fish
🦈|shark|کوسه|animal fish|ماهی
🐙|octopus|هشت‌پا|animal creature ocean|اختاپوس جانور حیوان
🐚|spiral shell|صدف مارپیچی|animal beach conch sea|مارپیچ
🪸|coral|مرجان|change climate ocean reef sea|آبسنگ اقیانوس تغییرات آب‌وهوایی حیوانات دریا صخره طبیعت
🪼|jellyfish|عروس دریایی|animal aquarium burn invertebrate jelly life marine ocean ouch plankton|آبزی آبزیان آکواریوم اقیانوس بی‌مهره پلانکتون جواهرنشان حیوان دریا سوختن
🦀|crab|خرچنگ|cancer zodiac|برج فلکی زودیاک سرطان
🦞|lobster|لابستر|animal bisque claws seafood|آبزی اقیانوس انبرک جاندار جانور چنگال چنگک حیوان دریا سوپ
🦐|shrimp|میگو|food shellfish small|جانور دریایی ماهی
🦑|squid|ماهی مرکب|animal food mollusk|اختاپوس جانور دریایی هشت‌پا
🦪|oyster|صدف خوراکی|diving pearl|آبزی خوراک دریایی شیرجه غذا غواصی مروارید
🐌|snail|حلزون|animal escargot garden nature slug|جانور حیوان خزنده لیسک
🦋|butterfly|پروانه|insect pretty|حشره زیبا عاشق
🐛|bug|حشره|animal garden insect|باگ کرم
🐜|ant|مورچه|animal garden insect|حشره ماهی
🐝|honeybee|زنبور عسل|animal bee bumblebee honey insect nature spring|جانور حشره حیوان
🪲|beetle|سوسک|animal bug insect|جاندار جانور حشره حیوان سرگین غلتانک طبیعت قاب بالان قاب‌بالان
🐞|lady beetle|کفشدوزک|animal garden insect ladybird ladybug nature|حشره سوسک کفشدوز
🦗|cricket|جیرجیرک|animal bug grasshopper insect orthoptera|حشره، زنجره ملخ
🪳|cockroach|سوسک حمام|animal insect pest roach|بی‌ریخت جاندار جانور حشره حیوان طبیعت
🕷️|spider|عنکبوت|animal insect|حشره
🕸️|spider web|تار عنکبوت
🦂|scorpion|عقرب|scorpio scorpius zodiac|برج فلکی زودیاک کژدم
🦟|mosquito|پشه|bite disease fever insect malaria pest virus|آلودگی آلوده بیماری تب حشره مالاریا مریضی نیش ویروس
🪰|fly|مگس|animal disease insect maggot pest rotting|بیماری پوسیدن تسه جاندار جانور حشره حیوان خرمگس طبیعت کرم
🪱|worm|کرم|animal annelid earthworm parasite|انگل جاندار جانور حیوان طبیعت حلقوی خاکی
🦠|microbe|میکروب|amoeba bacteria science virus|آمیب باکتری تک سلولی یاخته ای جاندار یاخته‌ای دانش دانشمند
💐|bouquet|دسته گل|anniversary birthday date flower love plant romance|عاشقانه گیاه
🌸|cherry blossom|شکوفه گیلاس|flower plant spring springtime|گل گیاه
💮|white flower|گل سفید
🪷|lotus|نیلوفر|beauty buddhism calm flower hinduism peace purity serenity|آراستگی آرامش بودایی حیوانات خلوص زیبایی صلح طبیعت گل لوتوس
🏵️|rosette|گل رزت|plant|گیاه
🌹|rose|رز|beauty elegant flower love plant red valentine|گل گیاه
🥀|wilted flower|گل پژمرده|dying|دل شکسته غمگین
🌺|hibiscus|گل ختمی|flower plant|بامیه گیاه
🌻|sunflower|گل آفتابگردان|flower outdoors plant sun|خورشید گیاه
🌼|blossom|شکوفه|buttercup dandelion flower plant|گل گیاه
🌷|tulip|لاله|blossom flower growth plant|گل گیاه
🪻|hyacinth|سنبل|bloom bluebonnet flower indigo lavender lilac lupine plant purple shrub|استوخودوس اسطوخودوس بنفش بنفشه بهار درختچه شکوفه گل میمون گیاه
🌱|seedling|جوانه|plant sapling sprout young|جوان گیاه
🪴|potted plant|گیاه گلدانی|decor grow house nurturing pot|بی‌ثمر تزیین خانه دکور رشد طبیعت کسل‌کننده گل و گلخانه
🌲|evergreen tree|همیشه‌سبز|christmas forest pine|درخت گیاه
🌳|deciduous tree|درخت سبز|forest green habitat shedding|برگ‌ریز گیاه
🌴|palm tree|نخل|beach plant tropical|درخت گیاه
🌵|cactus|کاکتوس|desert drought nature plant|گیاه
🌾|sheaf of rice|خوشه برنج|ear grain grains plant|دسته گیاه
🌿|herb|گیاه دارویی|leaf plant|برگ
☘️|shamrock|برگ شبدر|irish plant|گیاه
🍀|four leaf clover|شبدر چهاربرگ|4 four-leaf irish lucky plant|۴ برگ چهار گیاه
🍁|maple leaf|برگ افرا|falling|افتادن برگ‌ریز پاییز گیاه
🍂|fallen leaf|برگ‌ریزان|autumn fall falling|افتادن برگ پاییز گیاه
🍃|leaf fluttering in wind|رقص برگ در باد|blow flutter|حرکت گیاه وزیدن
🪹|empty nest|آشیانه خالی|branch home nesting|پرنده حیوانات خانه شاخه طبیعت لانه کردن
🪺|nest with eggs|آشیانه با تخم|bird branch egg nesting|پرنده تخم‌ها حیوانات شاخه طبیعت لانه کردن
🍄|mushroom|قارچ|fungus toadstool|گیاه`,
  `🍇|grapes|انگور|dionysus fruit grape|گیاه میوه
🍈|melon|طالبی|cantaloupe fruit|گیاه میوه
🍉|watermelon|هندوانه|fruit|گیاه میوه
🍊|tangerine|نارنگی|c citrus fruit nectarine orange vitamin|گیاه میوه نارنجی
🍋|lemon|لیمو ترش|citrus fruit sour|گیاه مرکبات میوه
🍌|banana|موز|fruit potassium|گیاه میوه
🍍|pineapple|آناناس|colada fruit pina tropical|گیاه میوه
🥭|mango|انبه|food fruit tropical|استوایی غذا گرمسیری مانگو منگو میوه
🍎|red apple|سیب سرخ|diet food fruit health ripe|قرمز گیاه میوه
🍏|green apple|سیب سبز|fruit|گیاه میوه
🍐|pear|گلابی|fruit|گیاه میوه
🍑|peach|هلو|fruit|گیاه میوه
🍒|cherries|گیلاس|berries cherry fruit red|گیاه میوه
🍓|strawberry|توت‌فرنگی|berry fruit|توت گیاه میوه
🫐|blueberries|توت آبی|berries berry bilberry blue blueberry food fruit|تمشک توت‌آبی سیاه گیله غذا قره‌گیله میوه
🥝|kiwi fruit|کیوی|food|خوراکی غذا میوه
🍅|tomato|گوجه‌فرنگی|food fruit vegetable|سبزیجات گیاه
🫒|olive|زیتون|food|غذا
🥥|coconut|نارگیل|colada palm piña|پیناکولادا نخل
🥑|avocado|آووکادو|food fruit|خوراکی غذا میوه
🍆|eggplant|بادمجان|aubergine vegetable|خوراک خوراکی سبزیجات غذا گیاه
🥔|potato|سیب زمینی|food vegetable|خوراکی سبزیجات سیب‌زمینی صیفی صیفیجات غذا
🥕|carrot|هویج|food vegetable|خوراکی سبزیجات غذا
🌽|ear of corn|بلال ذرت|crops farm maize maze|خوراک خوراکی دانه غذا گیاه
🌶️|hot pepper|فلفل قرمز||تند داغ سرخ گیاه
🫑|bell pepper|فلفل دلمه‌ای|capsicum food vegetable|سبزیجات غذا سبز
🥒|cucumber|خیار|food pickle vegetable|خیارشور سبزیجات غذا میوه
🥬|leafy green|برگ‌سبز|bok burgers cabbage choy kale lettuce salad|برگ برگر سالاد سبز سبزی سبزیجات کاهو کلم بروکلی کالی
🥦|broccoli|بروکلی|cabbage wild|کلم
🧄|garlic|سیر|flavoring|چاشنی خوراک خوراکی غذا
🧅|onion|پیاز|flavoring|چاشنی طعم‌دهنده
🥜|peanuts|بادام زمینی|food nut peanut vegetable|بادم بادوم
🫘|beans|لوبیا|food kidney legume small|حبوبات خوراک غذا کلیه کوچک نوشیدنی
🌰|chestnut|فندق|almond plant|گیاه
🫚|ginger root|زنجبیل|beer health herb natural spice|آبجو ادویه تندرستی داروی گیاهی ریشه زنجفیل سلامت طبیعی گیاه
🫛|pea pod|نخودفرنگی|beans beanstalk edamame legume soybean vegetable veggie|حبوبات دولپه‌ای ساقه لوبیا سبزیجات سویا سویای سبز غلاف نخود
🍞|bread|نان|carbs food grain loaf restaurant toast wheat|تکه قرص لقمه جو
🥐|croissant|کرواسان|bread breakfast crescent food french roll|پیراشکی کروسان نان نون
🥖|baguette bread|نان باگت|food french|نون
🫓|flatbread|نان مسطح|arepa bread food gordita lavash naan pita|آره پا آره‌پا پیتا غذا و آشامیدنی گوردیتا لواش
🥨|pretzel|چوب‌شور|convoluted twisted|پریتزل پیراشکی تنقلات خوراکی شیرینی غذا نان پیچانده
🥯|bagel|نان بیگل|bakery bread breakfast schmear|دونات صبحانه مالیدن حجیم حلقوی گرد نانوایی
🥞|pancakes|پنکیک|breakfast crêpe food hotcake pancake|کیک تابه‌ای
🧇|waffle|وافل|breakfast indecisive iron|آهن خاگینه صبحانه مردد
🧀|cheese wedge|قاچ پنیر||خوراک خوراکی غذا
🍖|meat on bone|گوشت با استخوان
🍗|poultry leg|ران ماکیان|bone chicken drumstick hungry turkey|استخوان پا مرغ
🥩|cut of meat|برش گوشت|chop lambchop porkchop red steak|استیک تکه کوشت با استخوان دنده گوسفند خوک قرمز
🥓|bacon|بیکن|breakfast food meat|صبحانه غذا گوشت خوک سوده‌شده
🍔|hamburger|همبرگر|burger eat fast food hungry|برگر چیزبرگر
🍟|french fries|سیب‌زمینی سرخ‌کرده|fast food
🍕|pizza|پیتزا|cheese food hungry pepperoni slice|پنیر قاچ
🌭|hot dog|هات داگ|frankfurter hotdog sausage|خوراکی ساندویچ سوسیس غذا
🥪|sandwich|ساندویچ|bread|نان
🌮|taco|تاکو|mexican|خوراک خوراکی غذا مکزیکی
🌯|burrito|بوریتو|mexican wrap|غذا مکزیکی
🫔|tamale|تامال|food mexican pamonha wrapped|پانونها غذا لقمه مکزیکی
🥙|stuffed flatbread|لقمه|falafel food gyro kebab|جایرو غذا فلافل کباب ترکی نان پیتا
🧆|falafel|فلافل|chickpea meatball|خوراک خوراکی غذا کوفته ریزه قلقلی نخود
🥚|egg|تخم مرغ|breakfast food|آبپز غذا
🍳|cooking|آشپزی|breakfast easy egg fry frying over pan restaurant side sunny|تابه تخم‌مرغ خوراک خوراکی سرخ کردن غذا نیمرو
🥘|shallow pan of food|ماهیتابه غذا|casserole paella|املت پلو اسپانیایی دیگ ماهی‌تابه
🍲|pot of food|ظرف غذا|soup stew|خورش
🫕|fondue|فوندو|cheese chocolate food melted pot ski|آب شده پنیر سوییس شکلات غذا قابلمه
🥣|bowl with spoon|کاسه و قاشق|breakfast cereal congee oatmeal porridge|آش برنج حلیم صبحانه خوراک خوراکی شله غذا با
🥗|green salad|سالاد سبزیجات|food|سبزی غذا
🍿|popcorn|ذرت بوداده|corn movie pop|پاپ کرن
🧈|butter|کره|dairy|لبنیات
🧂|salt|نمک|condiment flavor mad salty shaker taste upset|ادویه بامزه بانمک چاشنی شور طعم مزه پاش نمک‌پاش نمکدان
🥫|canned food|غذای کنسروشده|can|قوطی کنسرو
🍱|bento box|جعبه بنتو|food|ژاپنی غذا
🍘|rice cracker|تردک برنجی|food|برنج خوراک خوراکی غذا کراکر
🍙|rice ball|کوفته برنجی|food japanese|برنج توپ ژاپنی غذا
🍚|cooked rice|برنج پخته|food|خوراک خوراکی غذا
🍛|curry rice|برنج با کاری|food
🍜|steaming bowl|کاسه نودل|chopsticks food noodle pho ramen soup|بخار داغ رامن رشته
🍝|spaghetti|اسپاگتی|food meatballs pasta restaurant|پاستا ماکارونی
🍠|roasted sweet potato|سیب‌زمینی شیرین کباب‌شده|food|سیب زمینی کبابی
🍢|oden|اودن|food kebab restaurant seafood skewer stick|سیخ غذای دریایی کباب
🍣|sushi|سوشی|food|خوراک ژاپنی
🍤|fried shrimp|میگو سوخاری|prawn tempura|تمپورا سرخ‌شده شاه
🍥|fish cake with swirl|کیک ماهی|food pastry restaurant|پیچ شیرینی
🥮|moon cake|کیک ماه|autumn festival yuèbǐng|پاییز جشنواره خزان فستیوال یوئه‌بینگ
🍡|dango|دانگو|dessert japanese skewer stick sweet|تنقلات چوب خوراکی دسر ژاپنی سیخ شیرین غذا
🥟|dumpling|کوفته|empanada gyōza jiaozi pierogi potsticker|امپاندا پیروگی جیائوزی دامپلینگ سرخ‌شده گیوزا
🥠|fortune cookie|شیرینی شانس|prophecy|پیشگویی شرینی شانسی غیب‌گویی
🥡|takeout box|جعبه بردنی|chopsticks delivery food oyster pail|تحویل غذا سطل صدف خوراکی ظرف غذای ژاپنی گاغذی
🍦|soft ice cream|بستنی قیفی|dessert food icecream restaurant serve sweet|تنقلات خامه خوراکی دسر شیرین قیف نرم یخ
🍧|shaved ice|یخ در بهشت|dessert restaurant sweet|خوراک خوراکی دسر شیرین غذا
🍨|ice cream|بستنی|dessert food restaurant sweet|تنقلات خوراکی دسر شیرین یخ
🍩|doughnut|دونات|breakfast dessert donut food sweet|پیراشکی خوراک خوراکی دسر شیرین غذا
🍪|cookie|کلوچه|chip chocolate dessert sweet|دسر شیرین شیرینی کوکی
🎂|birthday cake|کیک تولد|bday celebration dessert happy pastry sweet|مبارک تولدت جشن دسر روز شیرین شیرینی غذا
🍰|shortcake|شُرت‌کیک|cake dessert pastry slice sweet|دسر شیرین شیرینی قاچ کیک
🧁|cupcake|کیک فنجانی|bakery dessert sprinkles sugar sweet treat|دسر شکر شیرین شیرینی قنادی قند یزدی نانوایی
🥧|pie|پای|apple filling fruit meat pastry pumpkin slice|سیب خمیر شیرینی کیک مواد روی
🍫|chocolate bar|تخته شکلات|candy dessert halloween sweet tooth|تکه دسر کاکائوی شیرین کاکائو
🍬|candy|آب‌نبات‌|cavities dessert halloween restaurant sweet tooth wrapper|دسر شکلات شیرین
🍭|lollipop|آب‌نبات‌چوبی|candy dessert food restaurant sweet|آب‌نبات خروس‌قندی دسر شکلات شیرین
🍮|custard|کاستارد|dessert pudding sweet|پودینگ دسر شیرین
🍯|honey pot|ظرف عسل|barrel bear food honeypot jar sweet|انگبین شیرین عسلی
🍼|baby bottle|شیشه شیر|babies birth born drink infant milk newborn|بچه بطری نوزاد نوشیدن
🥛|glass of milk|لیوان شیر|drink|نوشیدن
☕|hot beverage|نوشیدنی گرم|cafe caffeine chai coffee drink morning steaming tea|بخار چای داغ قهوه نوشیدن
🫖|teapot|قوری|brew drink food pot tea|چای دم کردن غذا قوریِ‌چای نوشیدن
🍵|teacup without handle|فنجان چای بدون دسته|beverage cup drink oolong tea|و نعلبکی لیوان نوشیدن نوشیدنی
🍶|sake|ساکی|bar beverage bottle cup drink restaurant|بار بطری لیوان میخانه نوشیدن نوشیدنی الکلی
🍾|bottle with popping cork|شامپاین جوشان|bar drink|بار بطری با چوب‌پنبه پراندن شامپانی لیوان میخانه نوشیدنی الکلی
🍷|wine glass|جام شراب|alcohol bar beverage booze club drink drinking drinks restaurant|بار میخانه نوشیدن نوشیدنی الکلی
🍸|cocktail glass|جام کوکتل|alcohol bar booze club drink drinking drinks mad martini men|بار مشروب میخانه نوشیدن
🍹|tropical drink|نوشیدنی استوایی|alcohol bar booze club cocktail drinking drinks drunk mai party|بار میخانه نوشیدن
🍺|beer mug|لیوان آب‌جو|alcohol ale bar booze drink drinking drinks octoberfest oktoberfest pint|آبجو بار ماگ میخانه نوشیدن
🍻|clinking beer mugs|لیوان‌های آبجو را به‌هم زدن|alcohol bar booze bottoms cheers clink drinking drinks|بار به سلامتی هم لیوان میخانه نوشیدن
🥂|clinking glasses|صدای به‌هم خوردن پیاله‌ها|celebrate clink drink glass|به سلامتی پیاله جشن جلینگ هم دو مشروب نوشیدن
🥃|tumbler glass|لیوان ته‌گنبدی|liquor scotch shot whiskey whisky|الکل بی‌دسته جرعه قُلُپ پهن مشروب نوشابه الکلی ویسکی
🫗|pouring liquid|ریختن مایع|accident drink empty glass oops pour spill water|آب اتفاقی تصادف خالی کردن خوراک سر رفتن غذا لیوان
🥤|cup with straw|فنجان با نی|drink juice malt soda soft water|آب آب‌میوه افشره سودا لیموناد لیوان نوشابه نوشابهٔ گازدار
🧋|bubble tea|چای حُبابی|boba food milk pearl|آشامیدنی تایوان حباب دار حباب‌دار شیر غذا مروارید نوشیدنی
🧃|beverage box|پاکت نوشیدنی|juice straw sweet|آب میوه آب‌میوه شیرین نی
🧉|mate|ماته|drink|نوشیدنی
🧊|ice|قالب یخ|cold cube iceberg|سرد کوه یخی
🥢|chopsticks|چاپ‌استیک|hashi jeotgarak kuaizi|چاپ استیک چوب غذاخوری چوب‌های غذا هاشی
🍽️|fork and knife with plate|بشقاب و کارد و چنگال|cooking dinner eat|آشپزی
🍴|fork and knife|کارد و چنگال|breakfast breaky cooking cutlery delicious dinner eat feed food hungry|آشپزی اولین وعده تغذیه چاقو خوردن خوشمزه رستوران شام صبحانه
🥄|spoon|قاشق|eat tableware|اسباب سفره ظروف میز غذا خوری غذاخوری لوازم صرف
🔪|kitchen knife|چاقوی آشپزخانه|chef cooking hocho tool weapon|آشپزی ابزار اسلحه چاقو ساطور هوچو
🫙|jar|شیشه دهان‌گشاد|condiment container empty nothing sauce store|ادویه تهی خالی خوراک سس ظرف شیشه‌ای غذا قوطی مغازه
🏺|amphora|سبو|aquarius cooking drink jug tool weapon zodiac|آشپزی آمفورا ابزار برج فلکی دلو زودیاک کوزه ماه بهمن`,
  `🌍|globe showing Europe-Africa|نقشهٔ اروپا-افریقا روی کره|africa earth europe world|آفریقا اروپا افریقا جهان دنیا زمین کرهٔ جغرافیایی نقشه اروپا-آفریقا
🌎|globe showing Americas|نقشهٔ قارهٔ امریکا روی کره|earth world|آمریکا امریکای شمالی و جنوبی جهان دنیا زمین کرهٔ جغرافیایی
🌏|globe showing Asia-Australia|نقشهٔ آسیا-اقیانوسیه روی کره|asia australia earth world|آسیا استرالیا جهان دنیا زمین کرهٔ جغرافیایی نقشه
🌐|globe with meridians|کره با نصف‌النهارها|earth internet web world worldwide|جهان دنیا زمین کرهٔ جغرافیایی نصف‌النهار
🗺️|world map|نقشهٔ جهان||دنیا نقشه
🗾|map of Japan|نقشهٔ ژاپن||نقشه
🧭|compass|قطب‌نما|direction magnetic navigation orienteering|جهت یابی جهتیابی رهیابی قبله نما قطب مسابقٔ دوصحرایی به‌کمک
🏔️|snow-capped mountain|قلهٔ برفی|cold snow|برف سرد قله کوه
⛰️|mountain|کوه||کوهستان
🌋|volcano|آتشفشان|eruption mountain nature|آب‌وهوا فوران کوه کوهستان
🗻|mount fuji|کوه فوجی|mountain nature
🏕️|camping|چادرزنی||اردو چادر زدن کمپینگ
🏖️|beach with umbrella|ساحل و سایبان||چتر سایه‌بان
🏜️|desert|بیابان||کویر
🏝️|desert island|جزیرهٔ خالی از سکنه||بدون جزیره خشکی متروکه
🏞️|national park|پارک ملی
🏟️|stadium|ورزشگاه||استادیوم
🏛️|classical building|ساختمان باستانی||قدیمی کلاسیک
🏗️|building construction|ساخت‌وساز ساختمانی|crane|احداث بنا ساختمان محل
🧱|brick|دیوار آجری|bricks clay mortar wall|آجر ساروج سفال ملاط
🪨|rock|صخره|boulder heavy solid stone tough|تخته سنگ جامد زمخت سفت سفر سنگین قلوه محکم مسافرت
🪵|wood|چوب|log lumber timber|الوار تیر کنده
🛖|hut|کلبه|home house roundhouse shelter yurt|پناهگاه خانه خیمه سرپناه جنگلی
🏘️|houses|منازل|house|چند خانه ‌خانه‌ها ساختمان ساختمان‌ها
🏚️|derelict house|خانهٔ متروکه|home|خانه ساختمان متروک
🏠|house|خانه|building country heart home ranch settle simple suburban suburbia where|ساختمان منزل
🏡|house with garden|خانهٔ حیاط‌دار|building country heart home ranch settle simple suburban suburbia where|باغ حیاط خانه ساختمان منزل
🏢|office building|ساختمان اداری|city cubical job
🏣|Japanese post office|پست‌خانهٔ ژاپنی|building|اداره پست ساختمان
🏤|post office|ادارهٔ پست|building european|اداره اروپایی پست‌خانه ساختمان
🏥|hospital|بیمارستان|building doctor medicine|پزشک دارو دکتر ساختمان
🏦|bank|بانک|building|ساختمان
🏨|hotel|هتل|building|ساختمان
🏩|love hotel|هتل عشق‌ورزی|building|ساختمان عشق عشق‌بازی
🏪|convenience store|بقالی|24 building hours|ساختمان فروشگاه
🏫|school|مدرسه|building|ساختمان
🏬|department store|فروشگاه بزرگ|building|ساختمان
🏭|factory|کارخانه|building|ساختمان
🏯|Japanese castle|قلعهٔ ژاپنی|building|ساختمان قلعه
🏰|castle|قلعه|building european|اروپایی دژ ساختمان قصر
💒|wedding|ازدواج|chapel hitched nuptials romance|عاشقانه عروسی کلیسا
🗼|Tokyo tower|برج توکیو||دکل
🗽|Statue of Liberty|مجسمهٔ آزادی|new ny nyc york|مجسمه نیویورک
⛪|church|کلیسا|bless chapel christian cross religion|دین ساختمان صلیب مذهب مسیحیت
🕌|mosque|مسجد|islam masjid muslim religion|اسلام دین مسلمان
🛕|hindu temple|معبد هندو
🕍|synagogue|کنیسه|jew jewish judaism religion temple|دین مذهب معبد یهود یهودی
⛩️|shinto shrine|معبد شینتو|religion|مذهب
🕋|kaaba|کعبه|hajj islam muslim religion umrah|اسلام حج دین مسلمان مکه
⛲|fountain|فواره||آب‌فشان حوض و سرچشمه فشانه
⛺|tent|چادر|camping|زدن چادرزنی خیمه کمپینگ
🌁|foggy|مه‌آلود|fog|آب‌وهوا مه
🌃|night with stars|شب پرستاره|star|آسمان ستاره
🏙️|cityscape|نمای شهر|city|آسمانخراش برج ساختمان شهری منظره نما
🌄|sunrise over mountains|طلوع در کوهستان|morning sun|آب‌وهوا بامداد خورشید صبح کوه
🌅|sunrise|طلوع|morning nature sun|آفتاب بامداد خورشید صبح زود
🌆|cityscape at dusk|نمای شهر هنگام غروب|building city evening landscape sun sunset|آب‌وهوا چشم‌انداز خورشید در عصر گرگ و میش منظره
🌇|sunset|غروب|building dusk sun|چشم‌انداز خورشید ساختمان آفتاب گرگ و میش گرگ‌ومیش منظره
🌉|bridge at night|پل در شب||روی
♨️|hot springs|چشمهٔ آب گرم|hotsprings steaming|بخار چشمه داغ
🎠|carousel horse|چرخ‌وفلک اسبی|entertainment|اسب چرخ و فلک
🛝|playground slide|سرسره|amusement park play playing sliding theme|بازی کردن پارک زمین سر خوردن سفر مکان‌ها
🎡|ferris wheel|چرخ‌وفلک|amusement park theme|چرخ و فلک شهر بازی
🎢|roller coaster|ترن هوایی|amusement park theme|رولر رولرکاستر شهر بازی
💈|barber pole|چراغ سلمانی|cut fresh haircut shave|آرایشگر کوتاه کردن مو نماد
🎪|circus tent|چادر سیرک
🚂|locomotive|لوکوموتیو|caboose engine railway steam train trains travel|بخار ریل قطار موتور وسیله نقلیه وسیلهٔ
🚃|railway car|واگن ریلی|electric train tram travel trolleybus|الکتریکی تراموا خودرو ریل قطار وسیله نقلیه
🚄|high-speed train|قطار سریع‌السیر|railway shinkansen speed|ریل سرعت شینکانسن وسیله نقلیه وسیلهٔ
🚅|bullet train|قطار تندرو|high-speed nose railway shinkansen speed travel|ریل سرعت سریع‌السیر شینکانسن گلوله‌ای گلوله وسیله نقلیه
🚆|train|قطار|arrived choo railway|راه‌آهن ریل وسیله نقلیه وسیلهٔ
🚇|metro|قطار شهری|subway travel|راه‌آهن زیرزمینی مترو وسیله نقلیه وسیلهٔ
🚈|light rail|قطار سبک شهری|arrived monorail railway|راه‌آهن ریل وسیله نقلیه وسیلهٔ
🚉|station|ایستگاه قطار|railway train|راه‌آهن ریل وسیله نقلیه وسیلهٔ
🚊|tram|تراموا|trolleybus|اتوبوس برقی وسیله نقلیه وسیلهٔ
🚝|monorail|تک‌ریل|vehicle|راه‌آهن تک‌ریلی مونوریل وسیله نقلیه وسیلهٔ
🚞|mountain railway|ریل کوهستانی|car trip|خودرو راه‌آهن کوه کوهستان وسیله نقلیه وسیلهٔ
🚋|tram car|قطار خیابانی|bus trolley trolleybus|تراموا خودرو واگن وسیله نقلیه وسیلهٔ
🚌|bus|اتوبوس|school vehicle|وسیله نقلیه وسیلهٔ
🚍|oncoming bus|اتوبوس روبه‌جلو|cars|در حال آمدن درحال نزدیک‌شونده وسیله نقلیه وسیلهٔ
🚎|trolleybus|اتوبوس برقی|bus tram trolley|تراموا وسیله نقلیه وسیلهٔ
🚐|minibus|مینی‌بوس|bus drive van vehicle|اتوبوس وسیله نقلیه وسیلهٔ
🚑|ambulance|آمبولانس|emergency vehicle|وسیله نقلیه وسیلهٔ
🚒|fire engine|ماشین آتش‌نشانی|truck|آتش کامیون موتور وسیله نقلیه وسیلهٔ
🚓|police car|ماشین پلیس|5–0 cops patrol|پاترول خودرو وسیله نقلیه وسیلهٔ
🚔|oncoming police car|ماشین پلیسی که نزدیک می‌شود||پلیس خودرو درحال آمدن نزدیک‌شونده وسیله نقلیه وسیلهٔ
🚕|taxi|تاکسی|cab cabbie car drive vehicle yellow|وسیله نقلیه وسیلهٔ
🚖|oncoming taxi|تاکسی‌ای که نزدیک می‌شود|cab cabbie cars drove hail yellow|تاکسی روبه‌جلو در حال آمدن درحال نزدیک‌شونده وسیله نقلیه وسیلهٔ
🚗|automobile|خودرو|car driving vehicle|اتومبیل خودروی سواری ماشین وسیله نقلیه وسیلهٔ
🚘|oncoming automobile|خودرویی که نزدیک می‌شود|car cars drove vehicle|اتومبیل اتوموبیل خودرو درحال آمدن ماشین نزدیک‌شونده وسیله نقلیه وسیلهٔ
🚙|sport utility vehicle|خودروی شاسی‌بلند|car drive recreational sportutility|اتوموبیل اس‌یووی تفریحی بیابان خانواده رانندگی ماشین اسپرت وسیله
🛻|pickup truck|وانت|automobile car flatbed pick-up transportation|پیکاپ حمل‌ونقل خودرو کامیون کامیونت کفی ماشین باری
🚚|delivery truck|کامیون پخش|car drive vehicle|تحویل حمل‌ونقل ماشین وسیله نقلیه وسیلهٔ
🚛|articulated lorry|کامیون مفصلی|car drive move semi truck vehicle|باری دوتکه ماشین سنگین مفصل وسیله نقلیه
🚜|tractor|تراکتور|vehicle|وسیله نقلیه وسیلهٔ یدک‌کش
🏎️|racing car|ماشین مسابقه|zoom|خودرو
🏍️|motorcycle|موتورسیکلت|racing|مسابقه
🛵|motor scooter|اسکوتر||موتوری چرخ پایی برقی روروک موتور
🦽|manual wheelchair|صندلی چرخ‌دار دستی|accessibility|دسترس‌پذیری قابلیت دسترسی ویلچر
🦼|motorized wheelchair|صندلی چرخ‌دار برقی|accessibility|دسترس‌پذیری قابلیت دسترسی
🛺|auto rickshaw|اتوریکشا|tuk|توک موتور سه چرخ
🚲|bicycle|دوچرخه|bike class cycle cycling cyclist gang ride spin spinning|سواری ورزش وسیله نقلیه وسیلهٔ
🛴|kick scooter|چرخ پایی||اسباب‌بازی اسکوتر بازی روروک ورزش
🛹|skateboard|تختهٔ اسکیت|board skate skater wheels|بازی بورد اسکیت‌بورد اسکیت‌سواری تخته چرخ
🛼|roller skate|کفش اسکیت|blades skates sport|پالیزه تیغه رول‌اسکیت غلتک ورزش
🚏|bus stop|ایستگاه اتوبوس|busstop|توقف
🛣️|motorway|بزرگراه|highway road|اتوبان جاده شاهراه
🛤️|railway track|ریل قطار|train|راه‌آهن
🛢️|oil drum|بشکه نفت
⛽|fuel pump|پمپ بنزین|diesel fuelpump gas gasoline station|ایستگاه سوخت گاز گازوئیل
🛞|wheel|چرخ|car circle tire turn vehicle|تایر حلقه خودرو دور سفر لاستیک مکان‌ها وسیله نقلیه
🚨|police car light|چراغ ماشین پلیس|alarm alert beacon emergency revolving siren|آژیر خودرو وسیله نقلیه وسیلهٔ
🚥|horizontal traffic light|چراغ راهنمایی افقی|intersection signal stop stoplight|ترافیک علامت
🚦|vertical traffic light|چراغ راهنمایی عمودی|drove intersection signal stop stoplight|ترافیک علامت
🛑|stop sign|علامت ایست|octagonal|توقف هشت ضلعی هشت‌ضلعی هشت‌وجهی
🚧|construction|ساخت‌وساز|barrier|راه‌بند سد مانع
⚓|anchor|لنگر|ship tool|ابزار کشتی
🛟|ring buoy|حلقه نجات|float life lifesaver preserver rescue safety save saver swim|ایمنی بویه راهنمای شناور سفر شنا کردن شناوه محافظ مکان‌ها
⛵|sailboat|قایق بادبانی|boat resort sailing sea yacht|تفریح تفریحی دریا کرجی کشتی شخصی وسیله نقلیه
🛶|canoe|بلم|boat|پارو زورق قایق با قایقرانی کانو
🚤|speedboat|قایق تندرو|billionaire boat lake luxury millionaire summer travel|سرعتی وسیله نقلیه
🛳️|passenger ship|کشتی مسافربری||مسافر مسافرتی
⛴️|ferry|فرابر|boat passenger|سرنشین قایق مسافر
🛥️|motor boat|قایق موتوری|motorboat|قایق‌موتوری لتکا وسیله نقلیه
🚢|ship|کشتی|boat passenger travel|سرنشین قایق مسافر وسیله نقلیه وسیهٔ
✈️|airplane|هواپیما|aeroplane fly flying jet plane travel|پرواز، جت، سفر، مسافرت طیاره وسیلهٔ نقلیه
🛩️|small airplane|هواپیمای کوچک|aeroplane plane|طیاره هواپیما وسیله نقلیه وسیلهٔ
🛫|airplane departure|زمان حرکت هواپیما|aeroplane check-in departures plane|اعلام ورود خروج صعود وسیله نقلیه
🛬|airplane arrival|زمان ورود هواپیما|aeroplane arrivals arriving landing plane|به زمین نشستن به‌زمین رسیدن فرود وسیله نقلیه
🪂|parachute|چتر نجات|hang-glide parasail skydive|پاراسیل پاراسیلینگ چتربازی کایت‌سواری
💺|seat|جایگاه|chair|جا جای صندلی مسند نشستن نیمکت
🚁|helicopter|هلیکوپتر|copter roflcopter travel vehicle|وسیله نقلیه وسیلهٔ
🚟|suspension railway|قطار معلق||ریل هوایی وسیله نقلیه وسیلهٔ
🚠|mountain cableway|تله‌کابین کوهستانی|cable gondola lift ski|تله کابین تله‌اسکی کابل کوهستان ماشین کابلی وسیله نقلیه وسیلهٔ
🚡|aerial tramway|تراموای هوایی|cable car gondola ropeway|تراموا تله‌کابین طناب نقاله کابل وسیلهٔ نقلیه
🛰️|satellite|ماهواره|space|فضا وسیلهٔ فضایی
🚀|rocket|موشک|launch rockets space travel|فضا فضایی وسیلهٔ وسیله نقلیه
🛸|flying saucer|بشقاب‌پرنده|aliens extra terrestrial ufo|بشقاب پرنده شیء پرندهٔ ناشناس فضایی موجود یو اف او
🛎️|bellhop bell|زنگ میز پذیرش|hotel|لابی هتل
🧳|luggage|چمدان|bag packing roller suitcase travel|بار بستن بسته بندی تعطیلات جامه‌دان سفر کیف چرخدار مسافرت
⌛|hourglass done|ساعت شنی|sand time timer|تایمر زمان‌سنج شن
⏳|hourglass not done|ساعت شنی با شن روان|flowing hours sand timer waiting yolo|تایمر زمان‌سنج
⌚|watch|ساعت مچی|clock time|زمان
⏰|alarm clock|ساعت رومیزی|hours hrs late time waiting|زنگ زنگ‌دار
⏱️|stopwatch|کرنومتر|clock time|زمان‌سنج ساعت وقت‌نگه‌دار
⏲️|timer clock|تایمر||زمان‌سنج ساعت
🕰️|mantelpiece clock|ساعت طاقچه‌ای|time
🕛|twelve o’clock|ساعت دوازده|12 12:00 clock time|۰۰ ۱۲ ۱۲:۰۰
🕧|twelve-thirty|ساعت دوازده و نیم|12 12:30 30 clock thirty time twelve|۱۲ ۱۲:۳۰ ۳۰
🕐|one o’clock|ساعت یک|1 1:00 clock time|۰۰ ۱ ۱:۰۰
🕜|one-thirty|ساعت یک و نیم|1 1:30 30 clock one thirty time|۱ ۱:۳۰ ۳۰
🕑|two o’clock|ساعت دو|2 2:00 clock time|۰۰ ۲ ۲:۰۰
🕝|two-thirty|ساعت دو و نیم|2 2:30 30 clock thirty time two|۲ ۲:۳۰ ۳۰
🕒|three o’clock|ساعت سه|3 3:00 clock time|۰۰ ۳ ۳:۰۰
🕞|three-thirty|ساعت سه و نیم|3 3:30 30 clock thirty three time|۳ ۳:۳۰ ۳۰
🕓|four o’clock|ساعت چهار|4 4:00 clock time|۰۰ ۴ ۴:۰۰
🕟|four-thirty|ساعت چهار و نیم|30 4 4:30 clock four thirty time|۳۰ ۴ ۴:۳۰
🕔|five o’clock|ساعت پنج|5 5:00 clock time|۰۰ ۵ ۵:۰۰
🕠|five-thirty|ساعت پنج و نیم|30 5 5:30 clock five thirty time|۳۰ ۵ ۵:۳۰
🕕|six o’clock|ساعت شش|6 6:00 clock time|۰۰ ۶ ۶:۰۰
🕡|six-thirty|ساعت شش و نیم|30 6 6:30 clock six thirty|۳۰ ۶ ۶:۳۰
🕖|seven o’clock|ساعت هفت|0 7 7:00 clock|۰۰ ۷ ۷:۰۰
🕢|seven-thirty|ساعت هفت و نیم|30 7 7:30 clock seven thirty|۳۰ ۷ ۷:۳۰
🕗|eight o’clock|ساعت هشت|8 8:00 clock time|۰۰ ۸ ۸:۰۰
🕣|eight-thirty|ساعت هشت و نیم|30 8 8:30 clock eight thirty time|۳۰ ۸ ۸:۰۰ ۸:۳۰
🕘|nine o’clock|ساعت نه|9 9:00 clock time|۰۰ ۹ ۹:۰۰
🕤|nine-thirty|ساعت نه و نیم|30 9 9:30 clock nine thirty time|۳۰ ۹ ۹:۳۰
🕙|ten o’clock|ساعت ده|0 10 10:00 clock|۰۰ ۱۰ ۱۰:۰۰
🕥|ten-thirty|ساعت ده و نیم|10 10:30 30 clock ten thirty time|۱۰ ۱۰:۳۰ ۳۰
🕚|eleven o’clock|ساعت یازده|11 11:00 clock time|۰۰ ۱۱ ۱۱:۰۰
🕦|eleven-thirty|ساعت یازده و نیم|11 11:30 30 clock eleven thirty time|۱۱ ۱۱:۳۰ ۳۰
🌑|new moon|ماه نو|dark space|تاریک فضا
🌒|waxing crescent moon|هلال فزاینده ماه|dreams space|آب‌وهوا رو به بدر سوی تمام فضا
🌓|first quarter moon|یک‌چهارم نخست|space|آب‌وهوا اول تربیع فضا ماه
🌔|waxing gibbous moon|کوژماه افزاینده|space|آب‌وهوا بدر برآمدگی سوی ماه تمام تحدب رو به زمین
🌕|full moon|ماه کامل|space|آب‌وهوا بدر تمام فضا
🌖|waning gibbous moon|کوژماه کاهنده|space|افول تحدب فضا ماه محاق محدب
🌗|last quarter moon|یک‌چهارم پایان|space|آب‌وهوا آخر انتها تربیع فضا ماه
🌘|waning crescent moon|هلال کاهنده ماه|space|آب‌وهوا داس سوی کمرنگی فضا مه‌داس
🌙|crescent moon|هلال ماه|ramadan space|آب‌وهوا داس فضا مه‌داس
🌚|new moon face|صورت ماه نو|space|آب‌وهوا فضا
🌛|first quarter moon face|صورت یک‌چهارم اول|space|آب‌وهوا تربیع هلال فضا ماه نخست
🌜|last quarter moon face|صورت یک‌چهارم آخر|dreams|آب‌وهوا آفتابی اشعه پرنور روشن هلال فضا ماه
🌡️|thermometer|دماسنج|weather|آب‌وهوا دما هوا
☀️|sun|خورشید|bright rays space sunny weather|آب‌وهوا آفتابی اشعه پرنور خورشیدی روشن فضا
🌝|full moon face|صورت ماه کامل|bright|آب‌وهوا تمام روشن فضا
🌞|sun with face|صورت خورشید|beach bright day heat shine sunny sunshine weather|آب‌وهوا روشن فضا
🪐|ringed planet|سیاره حلقه‌دار|saturn saturnine|دلگیر زحل
⭐|star|ستاره سفید|astronomy medium stars white
🌟|glowing star|ستاره درخشان|glittery glow night shining sparkle win|جرقه فروزان
🌠|shooting star|ستاره ثاقب|falling night space|افتادن دنباله‌دار سریع فضا
🌌|milky way|راه شیری|space|آب‌وهوا آسمان سپهر فضا
☁️|cloud|ابر|weather|آب‌وهوا
⛅|sun behind cloud|خورشید پشت ابر|cloudy weather|آب‌وهوا
⛈️|cloud with lightning and rain|ابر با رعدوبرق و باران|thunder thunderstorm|آب‌وهوا
🌤️|sun behind small cloud|خورشید پشت ابر کوچک|weather|آب‌وهوا
🌥️|sun behind large cloud|خورشید پشت ابر بزرگ|weather|آب‌وهوا
🌦️|sun behind rain cloud|خورشید پشت ابر بارانی|weather|آب‌وهوا باران
🌧️|cloud with rain|ابر بارانی|weather|آب‌وهوا باران
🌨️|cloud with snow|ابر برفی|cold weather|آب‌وهوا برف سرما
🌩️|cloud with lightning|ابر با برق|weather|آب‌وهوا رعدوبرق
🌪️|tornado|گردباد|cloud weather whirlwind|آب‌وهوا ابر تورنادو چرخ‌باد
🌫️|fog|مه|cloud weather|آب‌وهوا ابر
🌬️|wind face|صورت باد|blow cloud|آب‌وهوا ابر وزیدن
🌀|cyclone|چرخند|dizzy hurricane twister typhoon weather|آب‌وهوا پیچند چرخ‌باد طوفان موسمی
🌈|rainbow|رنگین کمان|gay genderqueer glbt glbtq lesbian lgbt lgbtq lgbtqia nature pride|آب‌وهوا باران جشن غرور علامت همجنسگرایان
🌂|closed umbrella|چتر بسته|clothing rain|آب‌وهوا باران پوشاک
☂️|umbrella|چتر|clothing rain|آب‌وهوا باران پوشاک
☔|umbrella with rain drops|چتر خیس|clothing drop weather|آب‌وهوا باران پوشاک قطره
⛱️|umbrella on ground|چتر روی زمین|rain sun|آب‌وهوا باران خورشید
⚡|high voltage|ولتاژ بالا|danger electric electricity lightning nature thunder thunderbolt zap|الکتریسیته الکتریکی برق بنگ خطر
❄️|snowflake|برف‌دانه|cold snow weather|آب‌وهوا برف بلور سرما
☃️|snowman|آدم برفی|cold man snow|آب‌وهوا با برف سرما
⛄|snowman without snow|آدم برفی بدون برف|cold man|آب‌وهوا سرما
☄️|comet|ستاره دنباله‌دار|space|فضا
🔥|fire|آتش|af burn flame hot lit litaf tool|ابزار شعله
💧|droplet|قطره|cold comic drop nature sad sweat tear water weather|آب‌وهوا سرما عرق کمیک مصور
🌊|water wave|موج آب|nature ocean surf surfer surfing|آب‌وهوا اقیانوس`,
  `🎃|jack-o-lantern|فانوس کدو تنبل|celebration halloween jack lantern pumpkin|جشن هالووین
🎄|Christmas tree|درخت کریسمس|celebration|جشن
🎆|fireworks|آتش‌بازی|boom celebration entertainment yolo|بزرگداشت جشن عید
🎇|sparkler|فشفشه|boom celebration fireworks sparkle|آتش‌بازی بزرگداشت جشن عید
🧨|firecracker|ترقه|dynamite explosive fire fireworks light pop popping spark|آتش بازی آتش‌بازی انفجار ترکیدن جرقه دینامیت ماده منفجره محترقه
✨|sparkles|درخشش|* magic sparkle star|جرقه ستاره
🎈|balloon|بادکنک|birthday celebrate celebration|بزرگداشت جشن عید
🎉|party popper|بمب کاغذ رنگی|awesome birthday celebrate celebration excited hooray tada woohoo|بزرگداشت جشن عید مهمانی
🎊|confetti ball|توپ پولکی|celebrate celebration party woohoo|پولک جشن
🎋|tanabata tree|درخت تاناباتا|banner celebration japanese|بنر جشن جشنواره ژاپنی
🎍|pine decoration|تزئین کاج|bamboo celebration japanese plant|بامبو جشن جشنواره ژاپنی گیاه
🎎|Japanese dolls|عروسک‌های ژاپنی|celebration doll festival|جشن جشنواره عروسک فستیوال
🎏|carp streamer|پرچم‌های ماهی در باد|celebration|بادنمای ماهی‌شکل پرچم جشن
🎐|wind chime|باد سِنج|bell celebration|بادزنگ بادسنج توپ جشن جشنواره
🎑|moon viewing ceremony|آئین مشاهدهٔ ماه کامل|celebration|جشن مراسم رؤیت
🧧|red envelope|پاکت سرخ|gift good hóngbāo lai luck money see|اقبال پول قرمز جشن چینی خوش شانس کادو لای‌سی هدیه
🎀|ribbon|روبان|celebration|بزرگداشت جشن عید
🎁|wrapped gift|هدیهٔ کادوشده|birthday bow box celebration christmas present surprise|جشن جعبه کادو هدیه
🎗️|reminder ribbon|روبان یادآوری|celebration|جشن
🎟️|admission tickets|بلیت ورود|ticket|بلیط ورودی ورودیه
🎫|ticket|بلیت|admission stub|جواز حواله رسید
🎖️|military medal|مدال ارتشی|award celebration|جشن نظامی
🏆|trophy|جام ورزشی|champion champs prize slay sport victory win winning|جایزه کاپ قهرمانی
🏅|sports medal|مدال ورزشی|award gold winner
🥇|1st place medal|مدال طلا|first gold|اول جایگاه سکوی نخست نفر
🥈|2nd place medal|مدال نقره|second silver|جایگاه دوم نفر
🥉|3rd place medal|مدال برنز|bronze third|جایگاه سوم سکوی نفر
⚽|soccer ball|توپ فوتبال|football futbol sport|ورزش
⚾|baseball|بیسبال|ball sport|توپ
🥎|softball|سافت‌بال|ball glove sports underarm|بازی توپ دستکش سافت بال ضربه پایین‌دست ورزش
🏀|basketball|بسکتبال|ball hoop sport|توپ
🏐|volleyball|والیبال|ball game|بازی توپ
🏈|american football|فوتبال امریکایی|ball bowl sport super|آمریکایی توپ
🏉|rugby football|راگبی|ball sport|توپ فوتبال
🎾|tennis|تنیس|ball racquet sport|توپ راکت
🥏|flying disc|فریزبی|ultimate|بازی با بشقاب‌پرنده بشقاب پرنده دیسک
🎳|bowling|بولینگ|ball game sport strike|بازی توپ
🏏|cricket game|کریکت|ball bat|بازی توپ چوگان دسته ورزش
🏑|field hockey|هاکی روی چمن|ball game stick|بازی توپ چوگان دسته
🏒|ice hockey|هاکی روی یخ|game puck stick|بازی چوگان دسته ورزش
🥍|lacrosse|لاکراس|ball goal sports stick|بازی توپ چوب بلند دروازه دسته راکت گل ورزش
🏓|ping pong|پینگ‌پونگ|ball bat game paddle pingpong table tennis|پینگ پونگ تنیس روی میز توپ دسته راکت ورزش
🏸|badminton|بدمینتون|birdie game racquet shuttlecock|بازی پرتاب عالی راکت گوی پردار
🥊|boxing glove|دست‌کش بوکس||دستکش
🥋|martial arts uniform|لباس هنرهای رزمی|judo karate taekwondo|تکواندو جودو کاراته یونیفورم
🥅|goal net|دروازه||گل
⛳|flag in hole|پرچم در سوراخ|golf sport|گلف
⛸️|ice skate|اسکی روی یخ|skating|پاتیناژ
🎣|fishing pole|چوب ماهیگیری|entertainment fish sport|ماهی
🤿|diving mask|ماسک غواصی|scuba snorkeling|اسکوبا سطحی ورزش
🎽|running shirt|لباس دو|athletics sash|بلوز تی‌شرت دویدن ورزشی
🎿|skis|چوب اسکی|ski snow sport|برف
🛷|sled|سورتمه|luge sledge sleigh snow toboggan|اسبی بزرگ
🥌|curling stone|سنگ کرلینگ|game rock|بازی خارا شطرنج یخی
🎯|bullseye|پیکان در قلب هدف|bull dart direct entertainment game hit target|بازی برخورد پرتاب دارت ضربه مستقیم وسط
🪀|yo-yo|یویو|fluctuate toy|اسباب‌بازی نوسان
🪁|kite|بادبادک|fly soar|اوج گرفتن پرواز
🔫|water pistol|تفنگ آب‌پاش|gun handgun revolver tool weapon|ابزار اسلحه رولور کلت
🎱|pool 8 ball|بیلیارد|8ball billiard eight game|۸ توپ بازی بال هشت
🔮|crystal ball|گوی|fairy fairytale fantasy fortune future magic tale tool|ابزار بخت و اقبال تخیلی توپ جن پری طالع‌بینی فانتزی
🪄|magic wand|عصای سحرآمیز|magician witch wizard|جادو جادوگر چوبدستی جادویی
🎮|video game|بازی ویدیویی|controller entertainment|دسته کنترل‌کننده
🕹️|joystick|دسته بازی|game video videogame|ویدیویی
🎰|slot machine|ماشین پولی|casino gamble gambling game slots|اسلات بازی قمار کازینو
🎲|game die|تاس بازی|dice entertainment
🧩|puzzle piece|قطعه پازل|clue interlocking jigsaw|جورچین جورساز چسب چفت کردن معما هم چفتی
🧸|teddy bear|تدی خرسه|plaything plush stuffed toy|اسباب بازی اسباب‌بازی بازیچه پشمالو خرس عروسک مخملی نرم
🪅|piñata|پینیاتا|candy celebrate celebration cinco de festive mayo party pinada pinata|آب نبات پیناتا پینادا جشن گرفتن سینکو دی مایو مکزیکی
🪩|mirror ball|توپ آینه‌ای|dance disco glitter party|آینه چرخنده دیسکو درخشش رقص نور فعالیت‌ها مهمانی
🪆|nesting dolls|عروسک تودرتو|babooshka baboushka babushka doll matryoshka russia|بابوشکا روسی روسیه چوبی فعالیت فعالیت‌ها ماتروشکا
♠️|spade suit|خال پیک|card game|بازی کارت
♥️|heart suit|خال دل|card emotion game hearts|بازی کارت
♦️|diamond suit|خال خشت|card game|بازی کارت
♣️|club suit|خال گشنیز|card clubs game|بازی کارت
♟️|chess pawn|پیاده شطرنج|dupe expendable|فداکردنی فریب‌خورده
🃏|joker|جوکر|card game wildcard|بازی شیطان کارت ورق
🀄|mahjong red dragon|ماژونگ اژدهای قرمز|game|بازی
🎴|flower playing cards|کارت بازی گل‌دار|card game japanese|کردن ژاپنی گل
🎭|performing arts|هنرهای نمایشی|actor actress art entertainment mask theater theatre thespian|تئاتر سالن ماسک نقاب نمایش هنر
🖼️|framed picture|عکس در قاب|art frame museum painting|تصویر موزه نقاشی هنر
🎨|artist palette|پالت نقاشی|art artsy arty colorful creative entertainment museum painter painting|شستی موزه هنر
🧵|thread|نخ|needle sewing spool string|خیاطی دوخت و دوز سوزن قرقره ماسوره
🪡|sewing needle|سوزن خیاطی|embroidery sew stitches sutures tailoring thread|بخیه دوختن کوک گل‌دوزی نخ
🧶|yarn|نخ بافندگی|ball crochet knit|بافتن بافتنی توپ ریسمان قلاب بافی قلاب‌بافی کاموا گلوله
🪢|knot|گره|cord rope tangled tie twine twist|پیچاندن دوقلو طناب کراوات
👓|glasses|عینک طبی|clothing eye eyeglasses eyewear|پوشاک چشم
🕶️|sunglasses|عینک آفتابی|dark eye eyewear glasses|تیره چشم
🥽|goggles|عینک ایمنی|dive eye protection scuba swimming welding|آب اسکی جوش کاری جوشکاری شنا شیرجه غواصی محافظ چشم
🥼|lab coat|روپوش آزمایشگاه|clothes doctor dr experiment jacket scientist white|آزمایش پزشک دانش دانشمند دکتر آزمایشگاهی سفید طبیب عالم علم
🦺|safety vest|جلیقه ایمنی|emergency|اورژانس وضعیت اضطراری
👔|necktie|کراوات|clothing employed serious shirt tie|پوشاک جدی
👕|t-shirt|تی‌شرت|blue casual clothes clothing collar dressed shirt shopping tshirt weekend|بلوز پوشاک
👖|jeans|شلوار جین|blue casual clothes clothing denim dressed pants shopping trousers weekend|پوشاک
🧣|scarf|روسری|bundle cold neck up|سرد شال گردن
🧤|gloves|دستکش|hand|دست
🧥|coat|پالتو|brr bundle cold jacket up|ژاکت کاپشن کت
🧦|socks|جوراب|stocking|ساق بلند
👗|dress|پیراهن زنانه|clothes clothing dressed fancy shopping|پوشاک مجلسی
👘|kimono|کیمونو|clothing comfortable|پوشاک ژاپنی
🥻|sari|ساری|clothing dress|پیراهن زنانه لباس
🩱|one-piece swimsuit|مایو یک‌تکه|bathing suit|لباس حمام
🩲|briefs|شورت اسلیپ|bathing one-piece suit swimsuit underwear|لباس زیر مایو یک‌تکه
🩳|shorts|شلوارک|bathing pants suit swimsuit underwear|شلوار لباس حمام زیر شنا مایو
👙|bikini|بیکینی|bathing beach clothing pool suit swim|پوشاک شنا مایو
👚|woman’s clothes|لباس زنانه|blouse clothing collar dress dressed lady shirt shopping woman|پوشاک
🪭|folding hand fan|بادبزن|clack clap cool cooling dance flirt flutter hot shy|تق خجالتی خنک کردن رقص سرمایش گرم لرزش
👛|purse|کیف دستی|clothes clothing coin dress fancy handbag shopping|پوشاک سکه
👜|handbag|کیف دوشی|bag clothes clothing dress lady purse shopping|پوشاک
👝|clutch bag|کیف بدون تسمه زنانه|clothes clothing dress handbag pouch purse|پوشاک کیسه کوچک پول دستی
🛍️|shopping bags|کیف خرید|bag hotel|هتل
🎒|backpack|کوله‌پشتی|backpacking bag bookbag education rucksack satchel school|کولی کیف مدرسه
🩴|thong sandal|دمپایی لاانگشتی|beach flip flop sandals shoe thongs zōri|چوبی ساحلی ساحل صندل کفش
👞|man’s shoe|کفش مردانه|brown clothes clothing feet foot kick man shoes shopping|پوشاک
👟|running shoe|کفش دویدن|athletic clothes clothing fast kick shoes shopping sneaker tennis|اسنیکر پوشاک ورزشی
🥾|hiking boot|چکمه راه‌پیمایی|backpacking brown camping outdoors shoe|اردو زدن پوتین پیاده روی طبیعت گردی کفش قهوه ای
🥿|flat shoe|کفش بی‌پاشنه|ballet comfy flats slip-on slipper|دمپایی باله باله‌مانند تخت خانه راحتی
👠|high-heeled shoe|کفش پاشنه بلند|clothes clothing dress fashion heel heels shoes shopping stiletto woman|پوشاک زن
👡|woman’s sandal|صندل زنانه|clothing shoe woman|پوشاک زن کفش
🩰|ballet shoes|کفش باله|dance|رقص
👢|woman’s boot|پوتین زنانه|clothes clothing dress shoe shoes shopping woman|بوت پوشاک چکمه زن کفش
🪮|hair pick|شانه جداکننده|afro comb groom|آفریقایی جارو جدا کردن جداکردن مدل موی مو چتری
👑|crown|تاج|clothing family king medieval queen royal royalty win|پوشاک شاه ملکه
👒|woman’s hat|کلاه زنانه|clothes clothing garden hats party woman|پوشاک زن
🎩|top hat|کلاه مردانه استوانه‌ای|clothes clothing fancy formal magic tophat|بالا پوشاک تاپ‌هت
🎓|graduation cap|کلاه فارغ‌التحصیلی|celebration clothing education hat scholar|پوشاک جشن
🧢|billed cap|کلاه لبه‌دار|baseball bent dad hat|بیسبال نقاب
🪖|military helmet|کلاه‌خود|army soldier war warrior|ارتش جنگ جنگجو سرباز نظامی
⛑️|rescue worker’s helmet|کلاه صلیب سرخ|aid cross face hat|ایمنی صورت
📿|prayer beads|تسبیح|clothing necklace religion|پوشاک دعا گردن‌بند مذهب مهره
💄|lipstick|رژلب|cosmetics date makeup|آرایش لوازم
💍|ring|حلقه|diamond engaged engagement married romance shiny sparkling wedding|الماس عاشقانه
💎|gem stone|جواهر|diamond engagement jewel money romance wedding|الماس جواهرآلات عاشقانه
🔇|muted speaker|بلندگوی خاموش|mute quiet silent sound|آرام بلندگو بی‌صدا ساکت میزان صدا
🔈|speaker low volume|بلندگو با صدای کم|soft sound|صدا
🔉|speaker medium volume|بلندگو با صدای متعادل|sound|روشن صدا موج میانه نه کم زیاد
🔊|speaker high volume|بلندگو با صدای بلند|loud music sound|بالا زیاد صدا موج
📢|loudspeaker|بلندگو|address communication loud public sound|بلند بلندگوی بزرگ خطابه عمومی سخنرانی
📣|megaphone|بلندگوی دستی|cheering sound|بلند بلندگو تشویق هلهله
📯|postal horn|شیپور پست|post|پستی
🔔|bell|زنگ|break church sound|زنگوله ناقوس
🔕|bell with slash|خط قرمز روی زنگوله|forbidden mute no not prohibited quiet silent sound|آرام بی‌صدا ساکت ممنوع نه
🎼|musical score|پارتیتور|music note|خط حامل کلید سل موسیقی نت نواختن
🎵|musical note|نت موسیقی|music sound|چنگ
🎶|musical notes|نت‌های موسیقی|music note sound|چنگ نت
🎙️|studio microphone|میکروفون استودیویی|mic music|استودیو موسیقی میکروفن
🎚️|level slider|درجهٔ تنظیم‌کننده|music|لغزنده موسیقی میزان
🎛️|control knobs|دسته‌های کنترل|music|دسته موسیقی
🎤|microphone|میکروفون|karaoke mic music sing sound|کارائوکه میکروفن
🎧|headphone|هدفون|earbud sound|دوگوشی گوشی
📻|radio|رادیو|entertainment tbt video|رادیویی ویدئو ویدیو
🎷|saxophone|ساکسیفون|instrument music sax|بادی برنجی ساز موسیقی
🎺|trumpet|ترومپت|instrument music|بادی برنجی ساز ساکسیفون شیپور موسیقی
🪗|accordion|آکوردئون|box concertina instrument music squeeze squeezebox|آکاردئون ارغنون ساز بادی موسیقی
🎸|guitar|گیتار|instrument music strat|الکتریک راک ساز موسیقی
🎹|musical keyboard|کیبورد موسیقی|instrument music piano|پیانو ساز
🎻|violin|ویولن|instrument music|ساز موسیقی
🪕|banjo|بانجو|music stringed|ساز زهی کمانچه موسیقی
🥁|drum|طبل|drumsticks music|درام ساز کوبه‌ای موسیقی
🪘|long drum|طبل بلند|beat conga instrument rhythm|ریتم ساز ضرب کانگا
🪇|maracas|ساز جغجغه‌ای|cha dance instrument music party percussion rattle shake shaker|پرکاشن تکان دادن جغجغه چاچا رقص سازهای کوبه‌ای لرزش ماراکا
🪈|flute|فلوت|band fife flautist instrument marching music orchestra piccolo pipe recorder|ارکستر بادی چوبی پیکولو ساز فلوت‌زن گروه مارش موسیقی نی
📱|mobile phone|تلفن همراه|cell communication telephone|گوشی موبایل
📲|mobile phone with arrow|تلفن همراه با پیکان|build call cell communication receive telephone|دریافت گوشی
☎️|telephone|تلفن|phone|زدن کردن دورگو گوشی
📞|telephone receiver|گوشی تلفن|communication phone voip|گیرنده
📟|pager|پیجر|communication|پیج کردن پی‌جو
📠|fax machine|دستگاه نمابر|communication|فاکس دورنگار
🔋|battery|باتری||باطری شارژ کردن
🪫|low battery|باتری ضعیف|drained electronic energy power|اشیاء الکترونیکی انرژی خالی تخلیه شارژ تخلیه‌شده
🔌|electric plug|دوشاخه|electricity|الکتریسیته الکتریکی برق
💻|laptop|رایانهٔ کیفی|computer office pc personal|پی‌سی رایانه شخصی لبتاب
🖥️|desktop computer|رایانهٔ میزی|monitor|رایانه رومیزی
🖨️|printer|چاپگر|computer|پرینتر رایانه
⌨️|keyboard|صفحه‌کلید|computer|رایانه
🖱️|computer mouse|موشواره||۳ دکمه رایانه سه ماوس
🖲️|trackball|توپک|computer|رایانه
💽|computer disk|مینی دیسک|minidisk optical|رایانه نوری
💾|floppy disk|فلاپی دیسک|computer|رایانه
💿|optical disk|سی‌دی|blu-ray cd computer dvd|بلوری دیسک دی‌وی‌دی رایانه لوح فشرده نوری
📀|dvd|دی‌وی‌دی|blu-ray cd computer disk optical|بلوری دیسک رایانه سی‌دی نوری
🧮|abacus|چرتکه|calculation calculator|برآورد حساب و کتاب ماشین محاسبات محاسبه
🎥|movie camera|دوربین سینمایی|bollywood cinema film hollywood record|سینما فیلم
🎞️|film frames|حلقهٔ فیلم|cinema movie|حلقه سینما فریم
📽️|film projector|پروژکتور|cinema movie video|سینما فیلم ویدیو
🎬|clapper board|کلاکت|action movie|تخته‌نشان فیلم
📺|television|تلویزیون|tv video|ویدیو
📷|camera|دوربین|photo selfie snap tbt trip video|عکس ویدیو
📸|camera with flash|دوربین با فلاش|video|ویدیو
📹|video camera|دوربین فیلم‌برداری|camcorder tbt|ویدیو
📼|videocassette|کاست ویدیویی|old school tape vcr vhs video|نوار وی‌اچ‌اس ویدیو
🔍|magnifying glass tilted left|ذره‌بین روبه‌چپ|lab left-pointing science search tool|ابزار جستجو شیشه
🔎|magnifying glass tilted right|ذره‌بین روبه‌راست|contact lab right-pointing science search tool|ابزار جستجو شیشه
🕯️|candle|شمع|light|رمانتیک شعله نور
💡|light bulb|لامپ|comic electric idea|الکتریسیته ایده برق حباب نور
🔦|flashlight|چراغ‌قوه|electric light tool torch|ابزار الکتریسیته نور
🏮|red paper lantern|فانوس کاغذی قرمز|bar light restaurant|میخانه می‌فروشی نور
🪔|diya lamp|چراغ دایا|light oil|روغنی فتیله‌ای روغن فتیله
📔|notebook with decorative cover|دفتر با جلد سخت|book decorated education school writing|تزئینی صحافی کتاب صحافی‌شده یادداشت
📕|closed book|کتاب بسته|education
📖|open book|کتاب باز|education fantasy knowledge library novels reading
📗|green book|کتاب سبز|education fantasy library reading
📘|blue book|کتاب آبی|education fantasy library reading
📙|orange book|کتاب نارنجی|education fantasy library reading
📚|books|چند کتاب|book education fantasy knowledge library novels reading school study
📓|notebook|دفتر یادداشت||دفترچه کتابچه
📒|ledger|دفتر سیمی|notebook
📃|page with curl|صفحهٔ تاشده|document paper|تا جمع‌شده سند صفحه
📜|scroll|طومار|paper|کاغذ کتیبه نامه نوشته ورق
📄|page facing up|صفحهٔ روبه‌بالا|document paper|سند صفحه
📰|newspaper|روزنامه|communication news paper|اخبار صفحه
🗞️|rolled-up newspaper|رول روزنامه|news paper rolled|اخبار رل روزنامهٔ لوله‌شده کاغذ
📑|bookmark tabs|برچسب‌های نشانه‌گذاری|mark marker|زبانه علامت علامت‌گذار نشانه
🔖|bookmark|نشان‌گذار کتاب|mark|چوب‌الف چوق‌الف علامت
🏷️|label|برچسب|tag|اتیکت زدن علامت
🪙|coin|سکه|dollar euro gold metal money rich silver treasure|پول پولدار دلار طلا فلز گنجینه نقره یورو
💰|money bag|کیسهٔ پول|bank bet billion cash cost dollar gold million moneybag paid|دلار کیسه کیف
💴|yen banknote|اسکناس ین|bank bill currency money note|ارز بانک پول
💵|dollar banknote|اسکناس دلار|bank bill currency money note|ارز بانک پول
💶|euro banknote|اسکناس یورو|100 bank bill currency money note rich|ارز بانک پول
💷|pound banknote|اسکناس پوند|bank bill billion cash currency money note pounds|ارز بانک پول
💸|money with wings|اسکناس بال‌دار|bank banknote bill billion cash dollar fly million note pay|ارز بال بانک پول
💳|credit card|کارت اعتباری|bank cash charge money pay|اعتبار بانک پول
🧾|receipt|رسید|accounting bookkeeping evidence invoice proof|ثبت حساب و کتاب حسابداری حسابرسی دفتردار دفترداری صورت صورتحساب
💹|chart increasing with yen|نمودار صعودی با ین|bank currency graph growth market money rise trend upward|ارز بازار پول رشد صعود گراف منحنی
✉️|envelope|پاکت نامه|e-mail email letter|ایمیل
📧|e-mail|ایمیل|email letter mail|میل نامه
📨|incoming envelope|پاکت نامهٔ ورودی|delivering e-mail email letter mail receive sent|ایمیل نامه پست دریافت
📩|envelope with arrow|پاکت نامه با پیکان|communication down e-mail email letter mail outgoing send sent|ارسال ایمیل پست خروجی
📤|outbox tray|صندوق خروجی|box email letter mail sent|ارسال ایمیل پست سینی نامه
📥|inbox tray|صندوق ورودی|box email letter mail receive zero|پست دریافت سینی نامه
📦|package|بسته|box communication delivery parcel shipping|پستی بستهٔ صندوق
📫|closed mailbox with raised flag|صندوق پستی بسته با پرچم بالا|communication mail postbox|پست
📪|closed mailbox with lowered flag|صندوق پستی بسته با پرچم پایین|mail postbox|آمده پست
📬|open mailbox with raised flag|صندوق پستی باز با پرچم بالا|mail postbox|پست
📭|open mailbox with lowered flag|صندوق پستی باز با پرچم پایین|mail postbox|آمده پست
📮|postbox|صندوق پست|mail mailbox|پستی
🗳️|ballot box with ballot|صندوق رأی||انتخابات رأی‌گیری
✏️|pencil|مداد||با نوشتن رنگی
✒️|black nib|قلم مشکی|pen|نوک
🖋️|fountain pen|خودنویس||با نوشتن قلم
🖊️|pen|خودکار|ballpoint|با نوشتن قلم
🖌️|paintbrush|قلم‌مو|painting|با کشیدن قلم مو موی نقاشی
🖍️|crayon|مدادشمعی||با کشیدن مداد رنگی مومی شمعی
📝|memo|یادداشت|communication media notes pencil|مداد یادداشت‌برداری
💼|briefcase|کیف اسناد|office|اداره سامسونت
📁|file folder|پوشه||پرونده فایل
📂|open file folder|پوشهٔ باز||پوشه فایل
🗂️|card index dividers|جداکننده||راهنما کارت
📅|calendar|تقویم|date|تاریخ
📆|tear-off calendar|تقویم رومیزی
🗒️|spiral notepad|دفترچهٔ یادداشت سیمی|note pad|صفحه
🗓️|spiral calendar|تقویم سیمی|pad|صفحه
📇|card index|کارت‌های راهنما|old rolodex school|رولودکس کارت
📈|chart increasing|نمودار صعودی|data graph growth right trend up upward|رشد گراف گرایش
📉|chart decreasing|نمودار نزولی|data down downward graph negative trend|پایین گراف گرایش
📊|bar chart|نمودار ستونی|data graph|ستون گراف
📋|clipboard|تختهٔ گیره‌دار|do list notes|تخته رسم زیردستی
📌|pushpin|سنجاق|collage pin|پونز پین
📍|round pushpin|سنجاق ته‌گرد|location map pin|پین
📎|paperclip|گیرهٔ کاغذ||کلیپ گیره
🖇️|linked paperclips|زنجیرهٔ گیره|link paperclip|اتصال حلقه دو کاغذ گیرهٔ
📏|straight ruler|خط‌کش|angle edge math straightedge|صاف
📐|triangular ruler|گونیا|angle math rule set slide triangle|خط‌کش
✂️|scissors|قیچی|cut cutting paper tool|ابزار بریدن
🗃️|card file box|جعبه نگه‌داری کارت||پرونده فایل
🗄️|file cabinet|کشوی پرونده|filing paper|فایل کابینت کشو
🗑️|wastebasket|سطل کاغذ باطله|can garbage trash waste|آشغال زباله
🔒|locked|قفل|closed lock private|بسته
🔓|unlocked|قفل باز|cracked lock open unlock
🔏|locked with pen|قفل با قلم|ink lock nib privacy|جوهر حریم خصوصی
🔐|locked with key|قفل و کلید|bike closed lock secure|امن بسته
🔑|key|کلید|keys lock major password unlock|قفل گذرواژه
🗝️|old key|کلید قدیمی|clue lock|سرنخ قفل
🔨|hammer|چکش|home improvement repairs tool|ابزار پتک
🪓|axe|تبر|ax chop hatchet split wood|تیشه جدا کردن چوب قطع
⛏️|pick|کلنگ|hammer mining tool|ابزار
⚒️|hammer and pick|چکش و کلنگ|tool|ابزار
🛠️|hammer and wrench|چکش و آچار|spanner tool|ابزار
🗡️|dagger|خنجر|knife weapon|اسلحه چاقو
⚔️|crossed swords|شمشیرهای ضرب‌دری|weapon|اسلحه شمشیر صلیب متقاطع
💣|bomb|بمب|boom comic dangerous explosion hot|انفجار کمیک مصور
🪃|boomerang|بومرنگ|rebound repercussion weapon|ابزار استرالیا اسلحه اشیا بومی سلاح شکار کمانه واجهش
🏹|bow and arrow|تیر و کمان|archer archery sagittarius tool weapon zodiac|اسلحه برج فلکی پیکان زودیاک
🛡️|shield|سپر|weapon|اسلحه
🪚|carpentry saw|اره نجاری|carpenter cut lumber tool trim|ابزار چوب‌بُر نجار
🔧|wrench|آچار|home improvement spanner tool|ابزار
🪛|screwdriver|پیچ‌گوشتی|flathead handy screw tool|ابزار اشیا پیچ گوشتی تخت
🔩|nut and bolt|پیچ و مهره|home improvement tool|ابزار پیچ‌مهره
⚙️|gear|چرخ‌دنده|cog cogwheel tool|ابزار
🗜️|clamp|پرس|compress tool vice|ابزار صحافی
⚖️|balance scale|ترازو|justice libra scales tool weight zodiac|آزادی ابزار برج فلکی میزان زودیاک عدالت معیار وزن
🦯|white cane|عصای سفید|accessibility blind probing|دسترس‌پذیری قابلیت دسترسی کور نابینا
🔗|link|حلقهٔ زنجیر|links|اتصال پیوند حلقه دانه دانهٔ
⛓️|chains|غل و زنجیر|chain|زنجیرها قیدوبند
🪝|hook|قلاب|catch crook curve ensnare point selling|انحنا به‌دام انداختن خمیدگی گرفتن نقطه فروش
🧰|toolbox|جعبه‌ابزار|box chest mechanic red tool|ابزار تعمیرکار جعبه سرخ قرمز جعبه‌آچار صندوق صندوقچه گنجه مکانیک
🧲|magnet|آهن‌ربا|attraction horseshoe magnetic negative positive shape u|vote آهنربای نعلی جاذبه جذب حرف یو قطب مثبت منفی
🪜|ladder|نردبان|climb rung step|اشیا بالا رفتن پله پلهٔ
⚗️|alembic|انبیق|chemistry tool|ابزار بالن پاکشگر شیمی صافی کیمیاگری
🧪|test tube|لولهٔ آزمایشگاه|chemist chemistry experiment lab science|آزمایش دانش دانشمند شیمی دان شیمیدان علم علوم لابراتوار لوله
🧫|petri dish|ظرف کشت|bacteria biologist biology culture lab|آزمایشگاه باکتری بیولوژی پتری دیش دانشمند زیست شناسی زیست‌شناس زیست‌شناسی
🧬|dna|دی‌ان‌ای|biologist evolution gene genetics life|تکامل دی ان ای زندگی زیست شناس شناسی زیست‌شناس ژن
🔬|microscope|میکروسکوپ|experiment lab science tool|آزمایشگاه ابزار علم
🔭|telescope|تلسکوپ|contact extraterrestrial science tool|ابزار اخترشناسی علم نجوم
📡|satellite antenna|آنتن ماهواره|aliens contact dish science|بشقاب دیش
💉|syringe|سرنگ|doctor flu medicine needle shot sick tool vaccination|آمپول بیمار پزشک دارو دکتر سوزن مریض واکسن
🩸|drop of blood|قطره خون|bleed donation injury medicine menstruation|اهدای پریود خون‌ریزی دارو رگل صدمه عادت ماهانه ماهیانه قاعدگی
💊|pill|قرص|doctor drugs medicated medicine pills sick vitamin|بیمار پزشک دارو
🩹|adhesive bandage|چسب زخم
🩼|crutch|عصای زیر بغل|aid cane disability help hurt injured mobility stick|آسیب‌دیده اشیاء چوب چوب‌دستی صدمه عصا کمک حرکت مجروح ناتوانی
🩺|stethoscope|گوشی پزشکی|doctor heart medicine|پزشک دارو دکتر قلب
🩻|x-ray|اشعه ایکس|bones doctor medical skeleton skull xray|استخوان اسکلت اشیاء پرتو پزشکی جمجمه دکتر
🚪|door|در|back closet front|درب راهرو کمد
🛗|elevator|بالابر|accessibility hoist lift|آسانسور جرثقیل دسترس‌پذیری
🪞|mirror|آینه|makeup reflection reflector speculum|آرایش طبی انعکاس بازتاب منعکس‌کننده
🪟|window|پنجره|air frame fresh opening transparent view|چشم‌انداز دریچه شفاف قاب هوای تازه
🛏️|bed|تختخواب|hotel sleep|خوابیدن هتل
🛋️|couch and lamp|مبل راحتی و چراغ|hotel|کاناپه لامپ هتل
🪑|chair|صندلی|seat sit|بشین بنشین نشستن نیمکت
🚽|toilet|توالت|bathroom|دستشویی مستراح
🪠|plunger|لوله‌بازکن|cup force plumber poop suction toilet|اشیا توالت دستشویی لوله باز کن لوله‌کش مستراح مکش مکینه
🚿|shower|دوش|water|آب حمام
🛁|bathtub|وان حمام|bath
🪤|mouse trap|تله موش|bait cheese lure mousetrap snare|پنیر دام طعمه
🪒|razor|ریش‌تراش|sharp shave|اصلاح تراشیدن تیز خودتراش
🧴|lotion bottle|بطری لوسیون|moisturizer shampoo sunscreen|شامپو شیشه ضد آفتاب ظرف کرم ضدآفتاب مرطوب کننده مرطوب‌کننده
🧷|safety pin|سنجاق قفلی|diaper punk rock|پانک‌راک پوشک سوزن
🧹|broom|جارو|cleaning sweeping witch|آب و تمیز کردن تمیزکاری جادوگر دستی زدن خانه تکانی
🧺|basket|سبد|farming laundry picnic|پیک نیک پیک‌نیک حصیر شستشو لباس کشاورزی لباسشویی مزرعه
🧻|roll of paper|رول کاغذ|toilet towels|حوله کاغذی حولهٔ دستمال توالت
🪣|bucket|سطل|cask pail vat|بشکه خمره دلو
🧼|soap|صابون|bar bathing clean cleaning lather soapdish|بهداشت تمیز کردن تمیزی حمام ظرف کف گلنار نوار
🫧|bubbles|حباب|bubble burp clean floating pearl soap underwater|آروغ اشیاء تمیزی حباب‌ها زیر آب شناور صابون مروارید
🪥|toothbrush|مسواک|bathroom brush clean dental hygiene teeth toiletry|برس بهداشت تمیز کردن حمام دندان مربوط به
🧽|sponge|لیف حمام|absorbing cleaning porous soak|آب کشیدن اسفنج پاک کردن پرمنفذ تمیز تمیزکاری جاذب جذب
🧯|fire extinguisher|کپسول آتش‌نشانی|extinguish quench|۱۱۵ آتش خاموش کن خاموش‌کن نشانی اطفای حریق کردن
🛒|shopping cart|گاری خرید|trolley|چرخ دستی سبد
🚬|cigarette|سیگار|smoking|کشیدن
⚰️|coffin|تابوت|dead death vampire|مرگ
🪦|headstone|سنگ قبر|cemetery dead grave graveyard memorial rip tomb tombstone|درگذشته عمودی شادروان گورستان مرحوم مرده مرگ مقبره یادبود یادمان
⚱️|funeral urn|خاکستردان|ashes death|خاکستر سوزاندن مرگ
🧿|nazar amulet|نظرقربانی|bead blue charm evil-eye talisman|آبی جادو جنبل چشم بد حسود زخم شور نظر سحر
🪬|hamsa|خمسه|amulet fatima fortune guide hand mary miriam palm protect protection|اقبال بخت پنجه چشم زخم دست طلسم فاطمه کف محافظت
🗿|moai|سردیس موآی|face moyai statue stoneface travel|پیکره پیکرهٔ موأی تندیس صورت
🪧|placard|پلاکارد|card demonstration notice picket plaque protest sign|اعتراض اعتصاب اعلامیه پلاک تظاهرات علامت نشانه
🪪|identification card|کارت شناسایی|credentials document id license security|اشیا‌ء امنیت برگه هویت شناسنامه شناسه گواهینامه مجوز مدرک`,
  `🏧|ATM sign|نشان عابربانک|automated bank cash money teller|ای تی ام بانک خودپرداز دستگاه علامت
🚮|litter in bin sign|علامت ریختن زباله در زباله‌دان|litterbin|آشغال سطل
🚰|potable water|آب آشامیدنی|drinking|شرب قابل نوشیدن
♿|wheelchair symbol|علامت صندلی چرخ‌دار|access handicap|دسترسی معلول
🚹|men’s room|توالت مردانه|bathroom lavatory man restroom toilet wc|سرویس بهداشتی مردان
🚺|women’s room|توالت زنانه|bathroom lavatory restroom toilet wc woman|زنان سرویس بهداشتی
🚻|restroom|توالت عمومی|bathroom lavatory toilet wc|سرویس بهداشتی
🚼|baby symbol|نماد نوزاد|changing|اتاق مادر و کودک بچه پوشک تعویض
🚾|water closet|سرویس بهداشتی|bathroom lavatory restroom toilet wc|توالت
🛂|passport control|کنترل گذرنامه
🛃|customs|گمرک|packing|اداره دفتر گمرکات
🛄|baggage claim|دریافت بار|arrived bags case checked journey packing plane ready travel trip
🛅|left luggage|امانت بار|baggage case locker|چمدان
⚠️|warning|هشدار|caution|اخطار اعلام خطر کردن تذکر
🚸|children crossing|عبور کودکان|child pedestrian traffic|ترافیک عابر پیاده کودک
⛔|no entry|ورود ممنوع|do fail forbidden not pass prohibited traffic|ترافیک خیر نه
🚫|prohibited|ممنوع|entry forbidden no not smoke|نه ورود
🚳|no bicycles|دوچرخه ممنوع|bicycle bike forbidden not prohibited|نه وسیله نقلیه
🚭|no smoking|سیگار کشیدن ممنوع|forbidden not prohibited smoke|نه
🚯|no littering|ریختن زباله ممنوع|forbidden litter not prohibited|نریزید نه
🚱|non-potable water|آب غیرآشامیدنی|dry non-drinking prohibited|آشامیدنی ممنوع نه نوشیدن
🚷|no pedestrians|عابر پیاده ممنوع|forbidden not pedestrian prohibited|نه
📵|no mobile phones|تلفن همراه ممنوع|cell forbidden not phone prohibited telephone|گوشی موبایل نه
🔞|no one under eighteen|زیر ۱۸ سال ممنوع|18 age forbidden not prohibited restriction underage|کمتر از سن قانونی محدودیت سنی هجده
☢️|radioactive|رادیواکتیو|sign|اشعه
☣️|biohazard|خطر زیستی|sign|نماد
⬆️|up arrow|پیکان بالا|cardinal direction north|جهت اصلی شمال مسیر
↗️|up-right arrow|پیکان بالا راست|direction intercardinal northeast|جهت فرعی شمال شرقی مسیر
➡️|right arrow|پیکان راست|cardinal direction east|جهت اصلی شرق مسیر
↘️|down-right arrow|پیکان پایین راست|direction intercardinal southeast|جنوب شرقی جهت فرعی مسیر
⬇️|down arrow|پیکان پایین|cardinal direction south|جنوب جهت اصلی مسیر
↙️|down-left arrow|پیکان پایین چپ|direction intercardinal southwest|جنوب غربی جهت فرعی مسیر
⬅️|left arrow|پیکان چپ|cardinal direction west|جهت اصلی غرب مسیر
↖️|up-left arrow|پیکان بالا چپ|direction intercardinal northwest|جهت فرعی شمال غربی مسیر
↕️|up-down arrow|پیکان بالا و پایین
↔️|left-right arrow|پیکان دوطرفه
↩️|right arrow curving left|پیکان خمیده راست
↪️|left arrow curving right|پیکان خمیده چپ
⤴️|right arrow curving up|پیکان خمیده بالا راست
⤵️|right arrow curving down|پیکان خمیده پایین راست
🔃|clockwise vertical arrows|جهت عقربه‌های ساعت|arrow refresh reload|پیکان تازه‌سازی حرکت
🔄|counterclockwise arrows button|خلاف جهت عقربه‌های ساعت|again anticlockwise arrow deja refresh rewindershins vu|پیکان حرکت
🔙|BACK arrow|پیکان عقب||برگشت
🔚|END arrow|پیکان پایان
🔛|ON! arrow|پیکان روشن|mark|علامت
🔜|SOON arrow|پیکان به‌زودی|brb omw|بزودی به زودی
🔝|TOP arrow|پیکان رو|homie up|بالا برتر
🛐|place of worship|محل عبادت|pray religion|مذهب
⚛️|atom symbol|نماد اتم|atheist|بی‌دین
🕉️|om|اُم|hindu religion|مذهب هندو
✡️|star of David|ستارهٔ داود|jew jewish judaism religion|ستاره مذهب یهود یهودی
☸️|wheel of dharma|چرخ دارما|buddhist religion|بودائی مذهب
☯️|yin yang|یین و ینگ|difficult lives religion tao taoist total yinyang|تائو مذهب یانگ
✝️|latin cross|صلیب|christ christian religion|مذهب مسیحیت
☦️|orthodox cross|صلیب ارتدوکسی|christian religion|مذهب مسیحیت
☪️|star and crescent|هلال و ستاره|islam muslim ramadan religion|اسلام مذهب مسلمان
☮️|peace symbol|نماد صلح|healing peaceful
🕎|menorah|منورا|candelabrum candlestick hanukkah jewish judaism religion|جای شمع مذهب
🔯|dotted six-pointed star|ستارهٔ شش‌پر|fortune jewish judaism|اقبال بخت ستاره شش پر یهود یهودیت
🪯|khanda|خندا|deg fateh khalsa religion sikh sikhism tegh|آیین اعتقاد باور خالسا خاندا دیگ و تیغ فتح سیک
♈|Aries|برج حمل|horoscope ram zodiac|فروردین
♉|Taurus|برج ثور|bull horoscope ox zodiac|اردیبهشت
♊|Gemini|برج جوزا|horoscope twins zodiac|خرداد
♋|Cancer|برج سرطان|crab horoscope zodiac|تیر
♌|Leo|برج اسد|horoscope lion zodiac|مرداد
♍|Virgo|برج سنبله|horoscope zodiac|فلکی شهریور
♎|Libra|برج میزان|balance horoscope justice scales zodiac|فلکی مهر
♏|Scorpio|برج عقرب|horoscope scorpion scorpius zodiac|آبان
♐|Sagittarius|برج قوس|archer horoscope zodiac|آذر
♑|Capricorn|برج جدی|goat horoscope zodiac|فلکی دی
♒|Aquarius|برج دلو|bearer horoscope water zodiac|بهمن
♓|Pisces|برج حوت|fish horoscope zodiac|اسفند
⛎|Ophiuchus|برج حوا|bearer serpent snake zodiac|فلکی حامل زودیاک مار
🔀|shuffle tracks button|دکمهٔ پخش تصادفی|arrow crossed|پیکان متقاطع
🔁|repeat button|دکمهٔ تکرار|arrow clockwise|پیکان دکمه
🔂|repeat single button|دکمهٔ یک‌بار تکرار|arrow clockwise once|پیکان
▶️|play button|دکمهٔ پخش|arrow right triangle|پیکان دکمه راست مثلث
⏩|fast-forward button|دکمهٔ سریع به جلو|arrow double fast forward|پیکان حرکت دوگانه
⏭️|next track button|دکمهٔ آهنگ بعدی|arrow scene triangle|پیکان صحنه مثلث
⏯️|play or pause button|دکمهٔ پخش یا مکث|arrow right triangle|پیکان راست مثلث
◀️|reverse button|دکمهٔ برگرداندن|arrow left triangle|پیکان چپ دکمه قبل مثلث
⏪|fast reverse button|دکمهٔ سریع به عقب|arrow double rewind|پیکان حرکت دوتایی
⏮️|last track button|دکمهٔ آهنگ قبلی|arrow previous scene triangle|پیکان صحنه مثلث
🔼|upwards button|دکمهٔ بالا|arrow red up|پیکان دکمه قرمز
⏫|fast up button|دکمهٔ سریع به بالا|arrow double|پیکان دکمه دوبل دوتایی
🔽|downwards button|دکمهٔ پایین|arrow down red|پیکان دکمه قرمز
⏬|fast down button|دکمهٔ سریع به پایین|arrow double|پیکان دکمه دوبل
⏸️|pause button|دکمهٔ مکث|bar double vertical|دکمه دوتایی عمودی نوار
⏹️|stop button|دکمهٔ توقف|square|دکمه مربع
⏺️|record button|دکمهٔ ضبط|circle|دایره دکمه
⏏️|eject button|دکمهٔ خروج
🎦|cinema|سینما|camera film movie|دوربین فیلم
🔅|dim button|دکمهٔ تار کردن صفحه|brightness low|پایین روشنایی
🔆|bright button|دکمهٔ روشن کردن صفحه|brightness light|روشنایی
📶|antenna bars|نوار سیگنال|bar cell communication mobile phone signal telephone|آنتن تلفن همراه گوشی موبایل
🛜|wireless|بی‌سیم|broadband computer connectivity hotspot internet network router smartphone wi-fi wifi|wlan اتصال اینترنت باندپهن تلفن هوشمند رایانه رهیاب روتر شبکه
📳|vibration mode|حالت لرزش|cell communication mobile phone telephone|تلفن همراه گوشی موبایل ویبره
📴|mobile phone off|تلفن همراه خاموش|cell telephone|گوشی موبایل
♀️|female sign|نشان ناهید|woman|نماد جنس ماده زن ونوس
♂️|male sign|نشان مریخ|man|نماد جنس نر مارس مرد
⚧️|transgender symbol|علامت تراجنسیتی
✖️|multiply|ضرب کردن|× cancel multiplication sign x|× x ایکس مشکی علامت لغو
➕|plus|بعلاوه|+|+ به‌علاوه ریاضی علامت
➖|minus|تفریق|- − heavy math sign|- − ریاضی علامت منها
➗|divide|تقسیم کردن|÷ division heavy math sign|÷ ریاضی علامت
🟰|heavy equals sign|علامت تساوی پررنگ|answer equal equality math|برابر با برابری پاسخ جواب ریاضی
♾️|infinity|بی‌نهایت|forever unbounded universal|برای همیشه بی‌حدوحصر کلی
‼️|double exclamation mark|علامت تعجب دوتایی|! !! bangbang punctuation|دو علامت‌گذاری
⁉️|exclamation question mark|علامت تعجب و سؤال|! !? ? interrobang punctuation|! ؟! علامت‌گذاری
❓|red question mark|علامت سؤال قرمز|? punctuation|؟ علامت‌گذاری
❔|white question mark|علامت سؤال سفید|? outlined punctuation|؟ علامت‌گذاری نقطه‌گذاری
❕|white exclamation mark|علامت تعجب سفید|! outlined punctuation|! علامت‌گذاری نقطه‌گذاری
❗|red exclamation mark|علامت تعجب قرمز|! punctuation|! علامت‌گذاری نقطه‌گذاری
〰️|wavy dash|خط موج‌دار|punctuation|علامت‌گذاری
💱|currency exchange|تبدیل ارز|bank money|بانک پول
💲|heavy dollar sign|نماد دلار|billion cash charge currency million money pay|ارز پول
⚕️|medical symbol|نماد پزشکی|aesculapius medicine staff|چوبدست اسقلبیوس عصای آسکِلِپیوس مار و عصا
♻️|recycling symbol|نماد بازیافت|recycle
⚜️|fleur-de-lis|نماد گل زنبق|knights|شوالیه فلور دِ لی فلور-د-لی
🔱|trident emblem|نیزهٔ سه‌شاخه|anchor poseidon ship tool|ابزار کشتی لنگر نیزه
📛|name badge|برچسب نام
🔰|Japanese symbol for beginner|نماد ژاپنی سطح مبتدی|chevron green leaf tool yellow|ابتدایی برگ درجه نظامی زرد
⭕|hollow red circle|دایره قرمز توخالی|heavy large o|حلقه بزرگ صحیح
✅|check mark button|علامت تأیید|✓ checked checkmark complete completed done fixed tick|✓ دکمه تیک سبز
☑️|check box with check|مربع با علامت تیک|✓ ballot checked done off tick|تأیید خاکستری انتخاب
✔️|check mark|علامت تیک|✓ checked checkmark done heavy tick|تأیید مشکی
❌|cross mark|ضربدر|× cancel multiplication multiply x|x ایکس قرمز ضرب علامت لغو نادرست
❎|cross mark button|دکمه ایکس|× multiplication multiply square x|سبز بستن علامت مربع
➰|curly loop|حلقه مجعد|curl
➿|double curly loop|حلقه مجعد دوتایی|curl|دوبل دوگانه
〽️|part alternation mark|علامت تناوب بخش
✳️|eight-spoked asterisk|ستاره هشت‌پره|*|هشت پر نشان هشت‌پر
✴️|eight-pointed star|ستاره هشت‌پر|*
❇️|sparkle|جرقه|*|برق تلألو زدن درخشش
©️|copyright|حق نسخه‌برداری|c|تکثیر چاپ طبع و نشر کپی رایت
®️|registered|نشان تجاری ثبت‌شده|r|علامت
™️|trade mark|نماد بازرگانی|tm trademark|tm تی‌ام علامت تجاری ثبت شده نشان
#️⃣|keycap: #|جلد کلید: #
*️⃣|keycap: *|جلد کلید: *
0️⃣|keycap: 0|جلد کلید: 0|zero|صفر
1️⃣|keycap: 1|جلد کلید: 1|one|یک
2️⃣|keycap: 2|جلد کلید: 2|two|دو
3️⃣|keycap: 3|جلد کلید: 3|three|سه
4️⃣|keycap: 4|جلد کلید: 4|four|چهار
5️⃣|keycap: 5|جلد کلید: 5|five|پنج
6️⃣|keycap: 6|جلد کلید: 6|six|شش
7️⃣|keycap: 7|جلد کلید: 7|seven|هفت
8️⃣|keycap: 8|جلد کلید: 8|eight|هشت
9️⃣|keycap: 9|جلد کلید: 9|nine|نه
🔟|keycap: 10|جلد کلید: 10
🔠|input latin uppercase|ورودی حروف بزرگ|abcd letters|لاتین
🔡|input latin lowercase|ورودی حروف کوچک|abcd letters|الفبا لاتین
🔢|input numbers|ورودی عددی|1234|۱۲۳۴ اعداد
🔣|input symbols|ورودی نماد|& % ♪ 〒|نمادها
🔤|input latin letters|ورودی حروف لاتین|abc alphabet|الفبا
🅰️|A button (blood type)|دکمه آ (گروه خونی)|blood type|a گروه خونی
🆎|AB button (blood type)|دکمه آ ب (گروه خونی)|blood type|ab گروه خونی
🅱️|B button (blood type)|دکمه ب (گروه خونی)|blood type|b گروه خونی
🆑|CL button|دکمهٔ CL||پاک کردن دکمه
🆒|COOL button|دکمهٔ COOL||ای ول ایوالله باحال سرد کلمه کول
🆓|FREE button|دکمهٔ FREE||آزاد رایگان
ℹ️|information|اطلاعات|i|i
🆔|ID button|دکمهٔ شناسایی|identity|id شناسه کارت
Ⓜ️|circled M|حرف ام در دایره|circle|m حلقه
🆕|NEW button|دکمهٔ NEW||جدید کلمه نو
🆖|NG button|دکمهٔ NG||خوب نیست دکمه
🅾️|O button (blood type)|دکمه اُ (گروه خونی)|blood type|o گروه خونی
🆗|OK button|دکمهٔ OK|okay|باشه تأیید دکمه اوکی قبول
🅿️|P button|دکمه پی|parking|p پارکینگ
🆘|SOS button|دکمه اس او اس|help|درخواست کمک sos
🆙|UP! button|دکمهٔ !UP|mark up|up بالا دکمه علامت
🆚|VS button|دکمهٔ VS|versus|در برابر مقابل دربرابر درمقابل دکمه
🈁|Japanese “here” button|دکمهٔ «اینجا» به ژاپنی|here katakana|اشاره اینجا
🈂️|Japanese “service charge” button|دکمهٔ «هزینهٔ خدمات» به ژاپنی|charge katakana service|رایگان هزینه خدمات
🈷️|Japanese “monthly amount” button|دکمهٔ «مقدار ماهانه» به ژاپنی|amount ideograph monthly|ماه
🈶|Japanese “not free of charge” button|دکمهٔ غیرمجانی به ژاپنی|charge ideograph not|رایگان نیست موجود
🈯|Japanese “reserved” button|دکمۀ «رزروشده» به ژاپنی|ideograph reserved|اندیشه‌نگاشت رزرو شده رزروشده
🉐|Japanese “bargain” button|دکمهٔ «قیمت مناسب» به ژاپنی|bargain ideograph|قیمت مناسب مقرون‌به‌صرفه
🈹|Japanese “discount” button|دکمۀ «تخفیف» به ژاپنی|discount ideograph|اندیشه‌نگاشت تخفیف حراج
🈚|Japanese “free of charge” button|دکمۀ «رایگان» به ژاپنی|charge free ideograph|اندیشه‌نگاشت رایگان
🈲|Japanese “prohibited” button|دکمۀ «ممنوع» به ژاپنی|ideograph prohibited|اندیشه‌نگاشت ممنوع
🉑|Japanese “acceptable” button|دکمۀ «قابل قبول» به ژاپنی|acceptable ideograph|اندیشه‌نگاشت پذیرش پذیرفتن قبول
🈸|Japanese “application” button|دکمۀ «تقاضانامه» به ژاپنی|application ideograph|اندیشه‌نگاشت پرسیدن درخواست دکمهٔ
🈴|Japanese “passing grade” button|دکمۀ «نمرهٔ قبولی» به ژاپنی|grade ideograph passing|اندیشه‌نگاشت
🈳|Japanese “vacancy” button|دکمۀ «پست خالی» به ژاپنی|ideograph vacancy|اندیشه‌نگاشت پست خالی در دسترس دردسترس
㊗️|Japanese “congratulations” button|دکمهٔ «تبریک» به ژاپنی|congratulations ideograph|تبریک شادباش
㊙️|Japanese “secret” button|دکمهٔ «راز» به ژاپنی|ideograph secret|راز
🈺|Japanese “open for business” button|دکمۀ «آماده برای کسب‌وکار» به ژاپنی|business ideograph open|کسب‌و‌کار» اقدام اندیشه‌نگاشت کار
🈵|Japanese “no vacancy” button|دکمهٔ «پُر» به ژاپنی|ideograph no vacancy|پر غیرقابل دسترسی موجود نیست ناموجود
🔴|red circle|دایره قرمز|geometric|شکل هندسی
🟠|orange circle|دایره نارنجی||پرهون
🟡|yellow circle|دایره زرد||پرهون
🟢|green circle|دایره سبز||پرهون
🔵|blue circle|دایره آبی|geometric|شکل هندسی
🟣|purple circle|دایره بنفش||پرهون
🟤|brown circle|دایره قهوه‌ای||پرهون
⚫|black circle|دایره مشکی|geometric|شکل هندسی
⚪|white circle|دایره سفید|geometric|شکل هندسی
🟥|red square|مربع سرخ|card penalty|چهارگوش قرمز
🟧|orange square|مربع نارنجی||چهارگوش
🟨|yellow square|مربع زرد|card penalty|چهارگوش
🟩|green square|مربع سبز||چهارگوش
🟦|blue square|مربع آبی||چهارگوش
🟪|purple square|مربع بنفش||چهارگوش
🟫|brown square|مربع قهوه‌ای||چهارگوش
⬛|black large square|مربع مشکی بزرگ|geometric|شکل هندسی
⬜|white large square|مربع سفید بزرگ|geometric|شکل هندسی
◼️|black medium square|مربع مشکی متوسط|geometric|شکل هندسی
◻️|white medium square|مربع سفید متوسط|geometric|شکل هندسی
◾|black medium-small square|مربع مشکی نسبتاً کوچک|geometric|شکل هندسی
◽|white medium-small square|مربع سفید نسبتاً کوچک|geometric|شکل هندسی
▪️|black small square|مربع مشکی کوچک|geometric|شکل هندسی
▫️|white small square|مربع سفید کوچک|geometric|شکل هندسی
🔶|large orange diamond|لوزی نارنجی بزرگ|geometric|شکل هندسی
🔷|large blue diamond|لوزی آبی بزرگ|geometric|شکل هندسی
🔸|small orange diamond|لوزی نارنجی کوچک|geometric|شکل هندسی
🔹|small blue diamond|لوزی آبی کوچک|geometric|شکل هندسی
🔺|red triangle pointed up|مثلث با رأس بالا|geometric|شکل هندسی قرمز
🔻|red triangle pointed down|مثلث با رأس پایین|geometric|شکل هندسی قرمز
💠|diamond with a dot|لوزی نقطه‌دار|comic geometric|درون شکل هندسی کمیک مصور نقطه
🔘|radio button|دکمهٔ رادیویی|geometric|دکمه رادیو شکل هندسی
🔳|white square button|دکمۀ مربع سفید|geometric outlined|توپُر دکمه شکل هندسی
🔲|black square button|دکمۀ مربع مشکی|geometric|دکمه شکل هندسی
🏁|chequered flag|پرچم شطرنجی|checkered finish flags game race racing sport win|مسابقه ورزش
🚩|triangular flag|پرچم مثلثی|construction golf post|سه‌گوش لچکی
🎌|crossed flags|پرچم‌های ضرب‌دری|celebration cross japanese|جشن ژاپنی صلیب متقاطع
🏴|black flag|پرچم سیاه|waving|اهتزاز مشکی در دراهتزاز
🏳️|white flag|پرچم سفید|waving|اهتزاز در دراهتزاز
🏳️‍🌈|rainbow flag|پرچم رنگین‌کمان|bisexual gay genderqueer glbt glbtq lesbian lgbt lgbtq lgbtqia pride|دگرباشان
🏳️‍⚧️|transgender flag|پرچم تراجنسیتی|blue light pink white|آبی روشن سفید صورتی
🏴‍☠️|pirate flag|پرچم دزدان دریایی|jolly plunder roger treasure|جولی راجر چپاول غارت گنج
🇦🇨|Ascension Island|جزایر آسنسیون|flag|پرچم
🇦🇩|Andorra|آندورا|flag|پرچم
🇦🇪|United Arab Emirates|امارات متحدهٔ عربی|flag|پرچم
🇦🇫|Afghanistan|افغانستان|flag|پرچم
🇦🇬|Antigua & Barbuda|آنتیگوا و باربودا|flag|پرچم
🇦🇮|Anguilla|آنگویلا|flag|پرچم
🇦🇱|Albania|آلبانی|flag|پرچم
🇦🇲|Armenia|ارمنستان|flag|پرچم
🇦🇴|Angola|آنگولا|flag|پرچم
🇦🇶|Antarctica|جنوبگان|flag|پرچم
🇦🇷|Argentina|آرژانتین|flag|پرچم
🇦🇸|American Samoa|ساموآی امریکا|flag|پرچم
🇦🇹|Austria|اتریش|flag|پرچم
🇦🇺|Australia|استرالیا|flag|پرچم
🇦🇼|Aruba|آروبا|flag|پرچم
🇦🇽|Åland Islands|جزایر آلاند|flag|پرچم
🇦🇿|Azerbaijan|جمهوری آذربایجان|flag|پرچم
🇧🇦|Bosnia & Herzegovina|بوسنی و هرزگوین|flag|پرچم
🇧🇧|Barbados|باربادوس|flag|پرچم
🇧🇩|Bangladesh|بنگلادش|flag|پرچم
🇧🇪|Belgium|بلژیک|flag|پرچم
🇧🇫|Burkina Faso|بورکینافاسو|flag|پرچم
🇧🇬|Bulgaria|بلغارستان|flag|پرچم
🇧🇭|Bahrain|بحرین|flag|پرچم
🇧🇮|Burundi|بوروندی|flag|پرچم
🇧🇯|Benin|بنین|flag|پرچم
🇧🇱|St. Barthélemy|سن بارتلمی|flag|پرچم
🇧🇲|Bermuda|برمودا|flag|پرچم
🇧🇳|Brunei|برونئی|flag|پرچم
🇧🇴|Bolivia|بولیوی|flag|پرچم
🇧🇶|Caribbean Netherlands|جزایر کارائیب هلند|flag|پرچم
🇧🇷|Brazil|برزیل|flag|پرچم
🇧🇸|Bahamas|باهاما|flag|پرچم
🇧🇹|Bhutan|بوتان|flag|پرچم
🇧🇻|Bouvet Island|جزیرهٔ بووه|flag|پرچم
🇧🇼|Botswana|بوتسوانا|flag|پرچم
🇧🇾|Belarus|بلاروس|flag|پرچم
🇧🇿|Belize|بلیز|flag|پرچم
🇨🇦|Canada|کانادا|flag|پرچم
🇨🇨|Cocos (Keeling) Islands|جزایر کوکوس|flag|پرچم
🇨🇩|Congo - Kinshasa|کنگو - کینشاسا|flag|پرچم
🇨🇫|Central African Republic|جمهوری افریقای مرکزی|flag|پرچم
🇨🇬|Congo - Brazzaville|کنگو - برازویل|flag|پرچم
🇨🇭|Switzerland|سوئیس|flag|پرچم
🇨🇮|Côte d’Ivoire|ساحل عاج|flag|پرچم
🇨🇰|Cook Islands|جزایر کوک|flag|پرچم
🇨🇱|Chile|شیلی|flag|پرچم
🇨🇲|Cameroon|کامرون|flag|پرچم
🇨🇳|China|چین|flag|پرچم
🇨🇴|Colombia|کلمبیا|flag|پرچم
🇨🇵|Clipperton Island|جزایر کلیپرتون|flag|پرچم
🇨🇷|Costa Rica|کاستاریکا|flag|پرچم
🇨🇺|Cuba|کوبا|flag|پرچم
🇨🇻|Cape Verde|کیپ‌ورد|flag|پرچم
🇨🇼|Curaçao|کوراسائو|flag|پرچم
🇨🇽|Christmas Island|جزیرهٔ کریسمس|flag|پرچم
🇨🇾|Cyprus|قبرس|flag|پرچم
🇨🇿|Czechia|چک|flag|پرچم
🇩🇪|Germany|آلمان|flag|پرچم
🇩🇬|Diego Garcia|دیه‌گو گارسیا|flag|پرچم
🇩🇯|Djibouti|جیبوتی|flag|پرچم
🇩🇰|Denmark|دانمارک|flag|پرچم
🇩🇲|Dominica|دومینیکا|flag|پرچم
🇩🇴|Dominican Republic|جمهوری دومینیکن|flag|پرچم
🇩🇿|Algeria|الجزایر|flag|پرچم
🇪🇦|Ceuta & Melilla|سبته و ملیله|flag|پرچم
🇪🇨|Ecuador|اکوادور|flag|پرچم
🇪🇪|Estonia|استونی|flag|پرچم
🇪🇬|Egypt|مصر|flag|پرچم
🇪🇭|Western Sahara|صحرای غربی|flag|پرچم
🇪🇷|Eritrea|اریتره|flag|پرچم
🇪🇸|Spain|اسپانیا|flag|پرچم
🇪🇹|Ethiopia|اتیوپی|flag|پرچم
🇪🇺|European Union|اتحادیهٔ اروپا|flag|پرچم
🇫🇮|Finland|فنلاند|flag|پرچم
🇫🇯|Fiji|فیجی|flag|پرچم
🇫🇰|Falkland Islands|جزایر فالکلند|flag|پرچم
🇫🇲|Micronesia|میکرونزی|flag|پرچم
🇫🇴|Faroe Islands|جزایر فارو|flag|پرچم
🇫🇷|France|فرانسه|flag|پرچم
🇬🇦|Gabon|گابن|flag|پرچم
🇬🇧|United Kingdom|بریتانیا|flag|پرچم
🇬🇩|Grenada|گرنادا|flag|پرچم
🇬🇪|Georgia|گرجستان|flag|پرچم
🇬🇫|French Guiana|گویان فرانسه|flag|پرچم
🇬🇬|Guernsey|گرنزی|flag|پرچم
🇬🇭|Ghana|غنا|flag|پرچم
🇬🇮|Gibraltar|جبل‌الطارق|flag|پرچم
🇬🇱|Greenland|گرینلند|flag|پرچم
🇬🇲|Gambia|گامبیا|flag|پرچم
🇬🇳|Guinea|گینه|flag|پرچم
🇬🇵|Guadeloupe|گوادلوپ|flag|پرچم
🇬🇶|Equatorial Guinea|گینهٔ استوایی|flag|پرچم
🇬🇷|Greece|یونان|flag|پرچم
🇬🇸|South Georgia & South Sandwich Islands|جورجیای جنوبی و جزایر ساندویچ جنوبی|flag|پرچم
🇬🇹|Guatemala|گواتمالا|flag|پرچم
🇬🇺|Guam|گوام|flag|پرچم
🇬🇼|Guinea-Bissau|گینهٔ بیسائو|flag|پرچم
🇬🇾|Guyana|گویان|flag|پرچم
🇭🇰|Hong Kong SAR China|هنگ‌کنگ، منطقهٔ ویژهٔ اداری چین|flag|پرچم
🇭🇲|Heard & McDonald Islands|هرد و جزایر مک‌دونالد|flag|پرچم
🇭🇳|Honduras|هندوراس|flag|پرچم
🇭🇷|Croatia|کرواسی|flag|پرچم
🇭🇹|Haiti|هائیتی|flag|پرچم
🇭🇺|Hungary|مجارستان|flag|پرچم
🇮🇨|Canary Islands|جزایر قناری|flag|پرچم
🇮🇩|Indonesia|اندونزی|flag|پرچم
🇮🇪|Ireland|ایرلند|flag|پرچم
🇮🇱|Israel|اسرائیل|flag|پرچم
🇮🇲|Isle of Man|جزیرهٔ من|flag|پرچم
🇮🇳|India|هند|flag|پرچم
🇮🇴|British Indian Ocean Territory|قلمرو بریتانیا در اقیانوس هند|flag|پرچم
🇮🇶|Iraq|عراق|flag|پرچم
🇮🇷|Iran|ایران|flag|پرچم
🇮🇸|Iceland|ایسلند|flag|پرچم
🇮🇹|Italy|ایتالیا|flag|پرچم
🇯🇪|Jersey|جرزی|flag|پرچم
🇯🇲|Jamaica|جامائیکا|flag|پرچم
🇯🇴|Jordan|اردن|flag|پرچم
🇯🇵|Japan|ژاپن|flag|پرچم
🇰🇪|Kenya|کنیا|flag|پرچم
🇰🇬|Kyrgyzstan|قرقیزستان|flag|پرچم
🇰🇭|Cambodia|کامبوج|flag|پرچم
🇰🇮|Kiribati|کیریباتی|flag|پرچم
🇰🇲|Comoros|کومور|flag|پرچم
🇰🇳|St. Kitts & Nevis|سنت کیتس و نویس|flag|پرچم
🇰🇵|North Korea|کرهٔ شمالی|flag|پرچم
🇰🇷|South Korea|کرهٔ جنوبی|flag|پرچم
🇰🇼|Kuwait|کویت|flag|پرچم
🇰🇾|Cayman Islands|جزایر کِیمن|flag|پرچم
🇰🇿|Kazakhstan|قزاقستان|flag|پرچم
🇱🇦|Laos|لائوس|flag|پرچم
🇱🇧|Lebanon|لبنان|flag|پرچم
🇱🇨|St. Lucia|سنت لوسیا|flag|پرچم
🇱🇮|Liechtenstein|لیختن‌اشتاین|flag|پرچم
🇱🇰|Sri Lanka|سری‌لانکا|flag|پرچم
🇱🇷|Liberia|لیبریا|flag|پرچم
🇱🇸|Lesotho|لسوتو|flag|پرچم
🇱🇹|Lithuania|لیتوانی|flag|پرچم
🇱🇺|Luxembourg|لوکزامبورگ|flag|پرچم
🇱🇻|Latvia|لتونی|flag|پرچم
🇱🇾|Libya|لیبی|flag|پرچم
🇲🇦|Morocco|مراکش|flag|پرچم
🇲🇨|Monaco|موناکو|flag|پرچم
🇲🇩|Moldova|مولداوی|flag|پرچم
🇲🇪|Montenegro|مونته‌نگرو|flag|پرچم
🇲🇫|St. Martin|سنت مارتین|flag|پرچم
🇲🇬|Madagascar|ماداگاسکار|flag|پرچم
🇲🇭|Marshall Islands|جزایر مارشال|flag|پرچم
🇲🇰|North Macedonia|مقدونیهٔ شمالی|flag|پرچم
🇲🇱|Mali|مالی|flag|پرچم
🇲🇲|Myanmar (Burma)|میانمار (برمه)|flag|پرچم
🇲🇳|Mongolia|مغولستان|flag|پرچم
🇲🇴|Macao SAR China|ماکائو، منطقهٔ ویژهٔ اداری چین|flag|پرچم
🇲🇵|Northern Mariana Islands|جزایر ماریانای شمالی|flag|پرچم
🇲🇶|Martinique|مارتینیک|flag|پرچم
🇲🇷|Mauritania|موریتانی|flag|پرچم
🇲🇸|Montserrat|مونت‌سرات|flag|پرچم
🇲🇹|Malta|مالت|flag|پرچم
🇲🇺|Mauritius|موریس|flag|پرچم
🇲🇻|Maldives|مالدیو|flag|پرچم
🇲🇼|Malawi|مالاوی|flag|پرچم
🇲🇽|Mexico|مکزیک|flag|پرچم
🇲🇾|Malaysia|مالزی|flag|پرچم
🇲🇿|Mozambique|موزامبیک|flag|پرچم
🇳🇦|Namibia|نامیبیا|flag|پرچم
🇳🇨|New Caledonia|کالدونیای جدید|flag|پرچم
🇳🇪|Niger|نیجر|flag|پرچم
🇳🇫|Norfolk Island|جزیرهٔ نورفولک|flag|پرچم
🇳🇬|Nigeria|نیجریه|flag|پرچم
🇳🇮|Nicaragua|نیکاراگوئه|flag|پرچم
🇳🇱|Netherlands|هلند|flag|پرچم
🇳🇴|Norway|نروژ|flag|پرچم
🇳🇵|Nepal|نپال|flag|پرچم
🇳🇷|Nauru|نائورو|flag|پرچم
🇳🇺|Niue|نیوئه|flag|پرچم
🇳🇿|New Zealand|نیوزیلند|flag|پرچم
🇴🇲|Oman|عمان|flag|پرچم
🇵🇦|Panama|پاناما|flag|پرچم
🇵🇪|Peru|پرو|flag|پرچم
🇵🇫|French Polynesia|پلی‌نزی فرانسه|flag|پرچم
🇵🇬|Papua New Guinea|پاپوا گینهٔ نو|flag|پرچم
🇵🇭|Philippines|فیلیپین|flag|پرچم
🇵🇰|Pakistan|پاکستان|flag|پرچم
🇵🇱|Poland|لهستان|flag|پرچم
🇵🇲|St. Pierre & Miquelon|سن پیر و میکلن|flag|پرچم
🇵🇳|Pitcairn Islands|جزایر پیت‌کرن|flag|پرچم
🇵🇷|Puerto Rico|پورتوریکو|flag|پرچم
🇵🇸|Palestinian Territories|سرزمین‌های فلسطینی|flag|پرچم
🇵🇹|Portugal|پرتغال|flag|پرچم
🇵🇼|Palau|پالائو|flag|پرچم
🇵🇾|Paraguay|پاراگوئه|flag|پرچم
🇶🇦|Qatar|قطر|flag|پرچم
🇷🇪|Réunion|رئونیون|flag|پرچم
🇷🇴|Romania|رومانی|flag|پرچم
🇷🇸|Serbia|صربستان|flag|پرچم
🇷🇺|Russia|روسیه|flag|پرچم
🇷🇼|Rwanda|رواندا|flag|پرچم
🇸🇦|Saudi Arabia|عربستان سعودی|flag|پرچم
🇸🇧|Solomon Islands|جزایر سلیمان|flag|پرچم
🇸🇨|Seychelles|سیشل|flag|پرچم
🇸🇩|Sudan|سودان|flag|پرچم
🇸🇪|Sweden|سوئد|flag|پرچم
🇸🇬|Singapore|سنگاپور|flag|پرچم
🇸🇭|St. Helena|سنت هلن|flag|پرچم
🇸🇮|Slovenia|اسلوونی|flag|پرچم
🇸🇯|Svalbard & Jan Mayen|سوالبارد و یان ماین|flag|پرچم
🇸🇰|Slovakia|اسلواکی|flag|پرچم
🇸🇱|Sierra Leone|سیرالئون|flag|پرچم
🇸🇲|San Marino|سان‌مارینو|flag|پرچم
🇸🇳|Senegal|سنگال|flag|پرچم
🇸🇴|Somalia|سومالی|flag|پرچم
🇸🇷|Suriname|سورینام|flag|پرچم
🇸🇸|South Sudan|سودان جنوبی|flag|پرچم
🇸🇹|São Tomé & Príncipe|سائوتومه و پرینسیپ|flag|پرچم
🇸🇻|El Salvador|السالوادور|flag|پرچم
🇸🇽|Sint Maarten|سنت مارتن|flag|پرچم
🇸🇾|Syria|سوریه|flag|پرچم
🇸🇿|Eswatini|اسواتینی|flag|پرچم
🇹🇦|Tristan da Cunha|تریستان دا کونا|flag|پرچم
🇹🇨|Turks & Caicos Islands|جزایر تورکس و کایکوس|flag|پرچم
🇹🇩|Chad|چاد|flag|پرچم
🇹🇫|French Southern Territories|سرزمین‌های جنوبی فرانسه|flag|پرچم
🇹🇬|Togo|توگو|flag|پرچم
🇹🇭|Thailand|تایلند|flag|پرچم
🇹🇯|Tajikistan|تاجیکستان|flag|پرچم
🇹🇰|Tokelau|توکلائو|flag|پرچم
🇹🇱|Timor-Leste|تیمور-لسته|flag|پرچم
🇹🇲|Turkmenistan|ترکمنستان|flag|پرچم
🇹🇳|Tunisia|تونس|flag|پرچم
🇹🇴|Tonga|تونگا|flag|پرچم
🇹🇷|Türkiye|ترکیه|flag|پرچم
🇹🇹|Trinidad & Tobago|ترینیداد و توباگو|flag|پرچم
🇹🇻|Tuvalu|تووالو|flag|پرچم
🇹🇼|Taiwan|تایوان|flag|پرچم
🇹🇿|Tanzania|تانزانیا|flag|پرچم
🇺🇦|Ukraine|اوکراین|flag|پرچم
🇺🇬|Uganda|اوگاندا|flag|پرچم
🇺🇲|U.S. Outlying Islands|جزایر دورافتادهٔ ایالات متحده|flag|پرچم
🇺🇳|United Nations|سازمان ملل متحد|flag|پرچم
🇺🇸|United States|ایالات متحده|flag|پرچم
🇺🇾|Uruguay|اروگوئه|flag|پرچم
🇺🇿|Uzbekistan|ازبکستان|flag|پرچم
🇻🇦|Vatican City|واتیکان|flag|پرچم
🇻🇨|St. Vincent & Grenadines|سنت وینسنت و گرنادین|flag|پرچم
🇻🇪|Venezuela|ونزوئلا|flag|پرچم
🇻🇬|British Virgin Islands|جزایر ویرجین بریتانیا|flag|پرچم
🇻🇮|U.S. Virgin Islands|جزایر ویرجین ایالات متحده|flag|پرچم
🇻🇳|Vietnam|ویتنام|flag|پرچم
🇻🇺|Vanuatu|وانواتو|flag|پرچم
🇼🇫|Wallis & Futuna|والیس و فوتونا|flag|پرچم
🇼🇸|Samoa|ساموآ|flag|پرچم
🇽🇰|Kosovo|کوزوو|flag|پرچم
🇾🇪|Yemen|یمن|flag|پرچم
🇾🇹|Mayotte|مایوت|flag|پرچم
🇿🇦|South Africa|افریقای جنوبی|flag|پرچم
🇿🇲|Zambia|زامبیا|flag|پرچم
🇿🇼|Zimbabwe|زیمبابوه|flag|پرچم
🏴󠁧󠁢󠁥󠁮󠁧󠁿|England|انگلستان|flag|پرچم
🏴󠁧󠁢󠁳󠁣󠁴󠁿|Scotland|اسکاتلند|flag|پرچم
🏴󠁧󠁢󠁷󠁬󠁳󠁿|Wales|ویلز|flag|پرچم`,
];
