/**
 * Swedish words as the reports write them, by hand. A line is a family: one word and forms of it that the engine must
 * read as one term.
 */
export const INFLECTIONS = `
myndighet myndigheten myndigheter myndigheterna myndigheternas myndighets
kommun kommunen kommuner kommunerna kommunernas
region regionen regioner regionerna regionernas
behov behovet behoven behovens
verksamhet verksamheten verksamheter verksamheterna
utmaning utmaningen utmaningar utmaningarna
lösning lösningen lösningar lösningarna
tjänst tjänsten tjänster tjänsterna
organisation organisationen organisationer organisationerna
samverkan samverkans
förvaltning förvaltningen förvaltningar förvaltningens
information informationen informationens
uppgift uppgiften uppgifter uppgifterna
handling handlingen handlingar handlingarna
medborgare medborgaren medborgarna medborgarnas
invånare invånaren invånarna invånarnas
företag företaget företagen företagens
forskare forskaren forskarna forskarnas
modell modellen modeller modellerna
språkmodell språkmodellen språkmodeller språkmodellerna
datamängd datamängden datamängder datamängderna
register registret registren
personuppgift personuppgiften personuppgifter personuppgifterna
infrastruktur infrastrukturen infrastrukturer
plattform plattformen plattformar plattformarna
miljö miljön miljöer miljöerna
testmiljö testmiljön testmiljöer testmiljöerna
behörighet behörigheten behörigheter behörigheterna
åtkomst åtkomsten åtkomster
ärende ärendet ärenden ärendena
åtgärd åtgärden åtgärder åtgärderna
ändamål ändamålet ändamålen
överföring överföringen överföringar
översyn översynen
öppenhet öppenheten
område området områden områdena
ämnesområde ämnesområdet ämnesområden
arkiv arkivet arkiven
bedömning bedömningen bedömningar bedömningarna
beslut beslutet besluten
digitalisering digitaliseringen digitalisera
prioritering prioriteringen prioriteringar prioritera
anonymisering anonymiseringen anonymisera anonymiserad
finansiering finansieringen finansiera
reglering regleringen reglera
upphandling upphandlingen upphandlingar
utveckling utvecklingen
utbildning utbildningen utbildningar
kompetens kompetensen kompetenser
gemensam gemensamma gemensamt
nationell nationella nationellt
rättslig rättsliga rättsligt
offentlig offentliga offentligt
kommunal kommunala kommunalt
statlig statliga statligt
digital digitala digitalt
känslig känsliga känsligt
lag lagen lagar lagarna
förordning förordningen förordningar
avtal avtalet avtalen
standard standarden standarder
risk risken risker riskerna
krav kravet kraven
metod metoden metoder metoderna
process processen processer processerna
system systemet systemen
bild bilden bilder bilderna
karta kartan kartor kartorna
kvalitet kvaliteten
säkerhet säkerheten
integritet integriteten
resurs resursen resurser resurserna
projekt projektet projekten
patient patienten patienter patienterna
journal journalen journaler
sjukhus sjukhuset sjukhusen
skola skolan skolor skolorna
elev eleven elever eleverna
`

/** A compound with the two words that it is made of. */
export const COMPOUNDS: [compound: string, head: string, tail: string][] = [
  ['behörighetshantering', 'behörighet', 'hantering'],
  ['informationssäkerhet', 'information', 'säkerhet'],
  ['verksamhetsutveckling', 'verksamhet', 'utveckling'],
  ['samverkansstruktur', 'samverkan', 'struktur'],
  ['språkmodeller', 'språk', 'modeller'],
  ['dataskydd', 'data', 'skydd'],
  ['datadelning', 'data', 'delning'],
  ['personuppgifter', 'person', 'uppgifter'],
  ['testmiljö', 'test', 'miljö'],
  ['kompetensförsörjning', 'kompetens', 'försörjning'],
  ['upphandlingsstöd', 'upphandling', 'stöd'],
  ['myndighetssamverkan', 'myndighet', 'samverkan'],
  ['beslutsunderlag', 'beslut', 'underlag'],
  ['bygglovsarkiv', 'bygglov', 'arkiv'],
  ['tjänsteutveckling', 'tjänst', 'utveckling'],
  ['arbetsgrupp', 'arbete', 'grupp'],
  ['miljöövervakning', 'miljö', 'övervakning'],
  ['åtkomstkontroll', 'åtkomst', 'kontroll'],
  ['överföringsmekanism', 'överföring', 'mekanism'],
  ['ärendehantering', 'ärende', 'hantering'],
]

/** Long words in which shorter ones happen to lie. */
export const NO_COMPOUNDS = ['förordning', 'information', 'organisation', 'kommunikation', 'samordning']
