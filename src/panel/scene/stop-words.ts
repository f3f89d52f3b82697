const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words that join others, by language tag: they tell languages apart, and part phrases. */
export const STOP_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: list(`a about above after again all also always am an and any are aren't around as at away back
    be because been before being between both but by can can't come came could couldn't did didn't do
    does doesn't doing don't down each either else even ever every few for from get gets getting go
    goes going gone gonna got had has have haven't having he he's her here him himself his how i i'd
    i'll i'm i've if in into is isn't it it's its itself just know kind knew let let's like little
    look lot made make many may maybe me mean might more most much must my myself never no not nothing
    now of off oh ok okay on once one only or other our ours out over own put quite really right said
    same saw say says see she she's should so some something sort still such take tell than that
    that's the their them then there there's these they they're thing things think this those though
    through to too told took two um uh under until up upon us very want wanted was wasn't way we we're
    we've well went were weren't what what's when where which while who whole whom why will with
    without won't would wouldn't yeah yes yet you you're your yours`),
  de: list(`aber alle als also am an auch auf aus bei bin bis bist da damit dann das dass dem den der
    des die dir doch du durch ein eine einem einen einer es für haben hat hatte hier ich ihm ihn ihr im
    in ist ja kein keine mal man mein mich mir mit nach nicht noch nur oder ohne schon sehr sein sich
    sie sind so über um und uns unter vom von vor war waren was wenn werden wie wieder wir wird zu zum
    zur`),
  fr: list(`ai au aux avec avons ce ces cet cette comme dans de des du elle elles en est et été être
    eux il ils je jusque la le les leur lui ma mais me même mes moi mon ne nos notre nous on ont ou où
    par pas plus pour qu que qui sa sans se ses si son sont sous sur ta te tes toi ton tout très tu un
    une vers vos votre vous y à c'est d'un d'une l'on`),
  es: list(`al algo como con cuando de del desde donde el ella ellos en entre era es esa ese esta este
    esto está están fue ha había hacia hasta hay la las le les lo los más me mi muy nada no nos o para
    pero por porque que qué se sin sobre son su sus también tan te tiene todo tu un una unos y ya yo`),
  it: list(`a al alla alle anche c'è che chi come con da dal dalla degli dei del della delle di dove e
    ed era gli ha hanno ho i il in io la le lei lo loro lui ma mi mia mio molto ne nel nella noi non o
    per perché più qui quando questa questo se sei senza si sono sotto su sul sulla tra tutto un una
    uno vi`),
  pt: list(`ao aos as até com como da das de dela dele depois do dos e ela ele eles em entre era essa
    esse esta este está eu foi há isso já lhe mais mas me meu minha muito na nas não nem no nos nossa
    nosso o os ou para pela pelo por porque quando que se sem ser seu sua são também tem um uma você`),
  nl: list(`aan al alles als altijd bij daar dan dat de der deze die dit doch door dus een en er ge
    geen geweest haar had heb hebben heeft hem het hier hij hoe hun iemand iets ik in is ja je kan
    maar me meer men met mij mijn naar niet niets nog nu of om omdat onder ons ook op over te tegen
    toch toen tot u uit van veel voor want waren was wat werd wezen wie wij wordt zal ze zich zij zijn
    zo zonder zou`),
  sv: list(`alla allt att av blev bli där de dem den denna det detta dig din du efter ej eller en ett
    från för ha hade han har hon hur här i icke in inte jag kan man med men mig min mot mycket när nu
    någon och om oss på sedan sig sin som så till under upp ut utan vad var vi vid vill är över`),
  da: list(`af alle at blev da de dem den denne der det dette dig din du efter eller en er et for fra
    ham han har havde hen hende her hos hun hvad hvor i ikke ind jeg jer jo kan man med meget men mig
    min mod når nu og om op os over på sig sin skal som så til ud under var vi vil være`),
  pl: list(`a aby ale bez bo by być był była było co czy dla do gdy go i ich ja jak jako je jego jej
    jest już która które który ma mi mnie może na nad nie niż o od on ona oni po pod przed przez przy
    się są ta tak tam te tego tej ten to tu ty tylko w we wszystko z za ze że`),
};

const ENGLISH = STOP_WORDS["en"] ?? new Set<string>();

/** Words between which the phrases of a language lie; those of English where it is not known. */
export const stopWordsOf = (language: string | null): ReadonlySet<string> =>
  STOP_WORDS[language ?? "en"] ?? ENGLISH;
