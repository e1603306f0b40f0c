import type { SeedIndividualNeed, SeedProblem } from './reference/seed-types.ts'

/**
 * Shared problems as a coordinator would confirm them. A need may be in several.
 * The efforts are invented estimates.
 */
export const problems: SeedProblem[] = [
  {
    key: 'find-data-and-ai-resources',
    title: 'Hitta vilka data och AI-resurser som redan finns',
    description:
      'Den som behöver data, en modell eller en säker miljö frågar runt tills någon minns. Det som finns är beskrivet på olika sätt eller inte alls, och uppgifter om villkor, validering och ägare saknas. Därför byggs det som redan är byggt, och det som är delat används inte.',
    needArea: 'discoverability',
    needKeys: [
      'registerverket-vilka-modeller',
      'insatsverket-befintlig-modell',
      'digg-profil-ai-resurser',
      'digg-valideringsstatus',
      'norrvalla-vem-har-data',
      'norrfjall-hitta-halsodata',
      'kvarnasa-samma-fraga',
      'vasthav-behandlingsmiljo-var',
      'hogskolan-granasa-dela-modell',
    ],
    effort: { personMonths: 10, sek: 1_200_000 },
  },
  {
    key: 'legal-support-protected-data',
    title: 'Rättsligt stöd för att använda skyddade data där de finns',
    description:
      'Tekniken och viljan finns, men ingen kan säga om uppgifterna får användas. Varje organisation gör sin egen rättsliga bedömning, svaren skiljer sig åt, och rädslan att göra fel leder till att data inte används alls. Det gäller i omsorg, skola och vård, både hos en ensam organisation och när flera vill träna tillsammans.',
    needArea: 'access',
    needKeys: [
      'granasa-fallrisk',
      'mellansjo-journaler-direkt',
      'halland-utlamnande-vikter',
      'sahlgrenska-for-fa-patienter',
      'tallmora-skolfranvaro',
      'sjohaga-orosanmalningar',
      'ostvik-samtal-lamnar-inte',
      'dataverkstaden-radsla',
    ],
    effort: { personMonths: 12, sek: 1_400_000 },
  },
  {
    key: 'shared-authorisation',
    title: 'Gemensam behörighet när AI-tjänster hämtar data hos andra',
    description:
      'Den som äger data måste kunna avgöra vem som frågar, på vems uppdrag och med vilken modell. I dag saknas gemensamma sätt att uttrycka krav och visa bevis, så behörigheten löses med konton, mejl och papper för varje anslutning.',
    needArea: 'identity',
    needKeys: [
      'digg-krav-och-bevis',
      'skogsland-konton-per-system',
      'registerverket-maskin-till-maskin',
      'bjorkvalla-handlaggare-atta-inloggningar',
      'stodarenden-lita-pa-modellen',
      'forsnas-extern-konsult',
    ],
    effort: { personMonths: 18, sek: 2_600_000 },
  },
  {
    key: 'text-image-and-sound',
    title: 'Göra text, bild och ljud användbara för AI',
    description:
      'Ritningar, röntgensvar, vägbilder och inspelade möten finns i stora mängder men måste läsas av, märkas upp och beskrivas innan de går att använda. Arbetet är för stort för en organisation och görs på olika sätt, så att resultatet inte kan delas.',
    needArea: 'data-quality',
    needKeys: [
      'kb-forbereda-text-och-bild',
      'ekvalla-bygglovsritningar',
      'mellansjo-rontgensvar',
      'askoga-vagbilder',
      'lindhamra-namndmoten-ljud',
      'norrvalla-detaljplaner',
      'ostvik-samtal-lamnar-inte',
    ],
    effort: { personMonths: 9, sek: 1_100_000 },
  },
  {
    key: 'reuse-assessments',
    title: 'Återanvända varandras bedömningar enligt AI-förordningen',
    description:
      'Samma tjänst bedöms om och om igen, med olika resultat. Bedömningar och konsekvensanalyser går inte att få ut, eller går inte att bygga vidare på. Det som är lika borde bedömas en gång och det som skiljer läggas till.',
    needArea: 'reuse',
    needKeys: ['registerverket-samma-bedomning', 'ronnvika-konsekvensbedomning-mall', 'skogsland-granskad-en-gang'],
    effort: { personMonths: 5, sek: 400_000 },
  },
  {
    key: 'share-specialists',
    title: 'Dela jurister och dataspecialister mellan organisationer',
    description:
      'En liten organisation behöver en specialist på AI-rätt eller data några gånger om året, och en stor hittar ingen att anställa. Det saknas former för att dela på personer: vem som är arbetsgivare, vem som svarar för rådet och hur kunskap om juridik och teknik möts.',
    needArea: 'competence',
    needKeys: [
      'askoga-jurist-ai-forordningen',
      'hedvika-en-halv-jurist',
      'norrfjall-datavetare-rekrytera',
      'imy-teknik-och-juridik',
      'pts-kompetens-ai-system',
    ],
    effort: { personMonths: 6, sek: 500_000 },
  },
  {
    key: 'owners-and-metadata',
    title: 'Informationsägare och metadata saknas i den egna organisationen',
    description:
      'Ingen har i uppgift att äga, klassa och beskriva data, så varje nytt användningsfall börjar med att leta. Mallar finns. Det som saknas är en arbetsfördelning som en liten organisation orkar med, och klassningar att utgå från.',
    needArea: 'data-management',
    needKeys: [
      'ekvalla-vem-ager-uppgifterna',
      'stenaker-klassning-stannar',
      'hedvika-metadata-ingen-gor',
      'insatsverket-datalyft',
      'lansstyrelsen-tre-diarier',
      'norrvalla-detaljplaner',
    ],
    effort: { personMonths: 8, sek: 600_000 },
  },
  {
    key: 'test-language-models',
    title: 'Prova språkmodeller på svenska myndighetstexter',
    description:
      'De prov som finns mäter engelska och allmänbildning. Var och en gör ett eget prov som är för litet, och ingen följer upp om modellen blir sämre. Det behövs gemensamma prov på svenska beslut, remisser och lättläst text, med de fel som är farliga.',
    needArea: 'identity',
    needKeys: [
      'stodarenden-sprakmodell-prov',
      'sjovik-sprakmodell-remisser',
      'stenaker-lattlast',
      'registerverket-modell-blir-samre',
    ],
    effort: { personMonths: 7, sek: 1_300_000 },
  },
  {
    key: 'prototype-to-operation',
    title: 'Kortare väg från prototyp till drift',
    description:
      'Prototyper fungerar, får beröm och läggs undan. Ingen har uppdrag, jour eller pengar för att ta dem i drift, och den som vill ta över en annans lösning har ingen att vända sig till.',
    needArea: 'delivery',
    needKeys: [
      'almhaga-prototyp-lada',
      'bjorkvalla-gemensam-drift',
      'insatsverket-pilotkyrkogard',
      'sambruk-ta-over-losning',
    ],
    effort: { personMonths: 11, sek: 1_500_000 },
  },
  {
    key: 'coordination-that-lasts',
    title: 'Samordning som består när projekten är slut',
    description:
      'Nätverk hänger på enskilda personer, projekt upphör med sina medel och myndigheter deltar utan uppdrag. Flera uppdrag frågar om samma sak, och lösningar tas fram utan gemensamma standarder.',
    needArea: 'lasting-collaboration',
    needKeys: [
      'lansstyrelsen-projektslut',
      'ostvik-eldsjal',
      'ai-sweden-mandat-att-delta',
      'esam-parallella-uppdrag',
      'forsakringskassan-gemensamma-standarder',
      'skatteverket-samverka-ai-fragor',
    ],
    effort: { personMonths: 5, sek: 400_000 },
  },
  {
    key: 'grid-connection',
    title: 'Nätanslutning av elintensiv verksamhet över organisationsgränser',
    description:
      'Nätbolag, kommuner, länsstyrelser och industri har var sin del av bilden, och uppgifterna om nätet är skyddsvärda. Varje part räknar för sig, med egna antaganden, och ledtiderna blir år.',
    needArea: 'delivery',
    needKeys: [
      'natplaneringsverket-anslutning',
      'ekvalla-energinat-kapacitet',
      'sjohaga-industrimark',
      'lansstyrelsen-tillstand-natet',
    ],
    effort: { personMonths: 14, sek: 2_200_000 },
  },
  {
    key: 'computing-for-the-small',
    title: 'Beräkningskapacitet för mindre organisationer',
    description:
      'Behovet är några veckors beräkning om året. Det är för lite för att köpa, ofta för känsligt för en vanlig molntjänst, och den nationella kapaciteten kräver egen kompetens. Efter 2028 är finansieringen inte säkrad.',
    needArea: 'coordination',
    needKeys: [
      'liu-kompetens-for-berakning',
      'naiss-finansiering-efter-2028',
      'granasa-grafikkort',
      'kvarnasa-vattenmatare-berakning',
      'hogskolan-granasa-forskningens-datorer',
    ],
    effort: { personMonths: 6, sek: 1_900_000 },
  },
  {
    key: 'joint-eu-applications',
    title: 'Samordnad ansökan till programmet för ett digitalt Europa',
    description:
      'Information om utlysningar kommer för sent, grannar söker var för sig och projekt startar utan förankring. Den som vill söka ser inte vilka andra som vill, och förutsättningarna att dela data reds ut först när medlen är beviljade.',
    needArea: 'coordination',
    needKeys: [
      'digg-konsortier-oversikt',
      'forsnas-utlysning-for-sent',
      'skogsland-eu-utan-forankring',
      'bjorkvalla-egen-ansokan',
    ],
    effort: { personMonths: 4, sek: 300_000 },
  },
  {
    key: 'secure-environments-for-more',
    title: 'Säkra behandlingsmiljöer och förbindelser som fler sektorer kan använda',
    description:
      'Säkra miljöer och förbindelser utvecklas för hälsodata. Skola, register och kommuner har samma behov men är inte med när kraven bestäms. Utan gemensamma lösningar skickas filer, eller så blir forskning och prov inte av.',
    needArea: 'access',
    needKeys: [
      'scb-behandlingsmiljo-formagor',
      'tallmora-skola-behandlingsmiljo',
      'registerverket-in-med-berakning',
      'socialstyrelsen-dataforbindelser',
      'dalhamra-forbindelse-ai-verkstaden',
      'vasthav-behandlingsmiljo-var',
    ],
    effort: { personMonths: 12, sek: 2_000_000 },
  },
  {
    key: 'models-leaving-environments',
    title: 'Veta när en tränad modell får lämna den säkra miljön',
    description:
      'En modell kan minnas de uppgifter den är tränad på. Det finns inget accepterat prov som visar att den inte röjer någon, och ansvar, rättigheter och spårbarhet förhandlas på nytt i varje avtal.',
    needArea: 'access',
    needKeys: [
      'vasthav-modell-tar-med-sig',
      'insatsverket-export-av-modell',
      'stromhaga-vem-ansvarar',
      'halland-utlamnande-vikter',
    ],
    effort: { personMonths: 9, sek: 1_000_000 },
  },
  {
    key: 'speech-to-text-in-care',
    title: 'Tal till text i socialtjänst och vård, med samma krav överallt',
    description:
      'Rättsläget är utrett för en kommun, men varje organisation ska själv få på plats granskning, gallring, kryptering, behörighet och avtal. Under tiden köps tjänster in på olika villkor.',
    needArea: 'reuse',
    needKeys: [
      'kalmar-transkribering',
      'kalmar-granska-utdata',
      'lindhamra-samtal-socialtjanst',
      'tallmora-ljudfiler',
      'skogsland-diktering-journal',
    ],
    effort: { personMonths: 5, sek: 500_000 },
  },
  {
    key: 'synthetic-test-data',
    title: 'Syntetiska testdata som går att lita på',
    description:
      'Utvecklare behöver data som liknar verkliga ärenden, men får inte använda verkliga uppgifter. Syntetiska data finns, men ingen kan säga om de är tillräckligt lika eller tillräckligt ofarliga.',
    needArea: 'data-quality',
    needKeys: [
      'ostvik-testpatienter',
      'bergsnas-leverantorens-siffror',
      'familjens-jurist-syntetisera',
      'insatsverket-testar-pa-riktiga',
    ],
    effort: { personMonths: 8, sek: 900_000 },
  },
  {
    key: 'answer-and-sort-questions',
    title: 'Sortera och besvara inkommande frågor en gång, inte femtio',
    description:
      'Kommuner och myndigheter tar fram samma stöd för att sortera ärenden, svara på frågor och ta emot felanmälningar. Träningsdata, mått på kvalitet och avtal skiljer sig åt så att inget kan lämnas över.',
    needArea: 'reuse',
    needKeys: [
      'ekvalla-fragor-fran-invanare',
      'bergsnas-svarsforslag',
      'stodarenden-klassificera',
      'dalhamra-felanmalan',
    ],
    effort: { personMonths: 7, sek: 800_000 },
  },
  {
    key: 'open-data-alike',
    title: 'Publicera öppna data på samma sätt i hela landet',
    description:
      'Samma uppgift publiceras med olika namn, format och begrepp, och vägen till en beskriven datamängd är trög. Den som vill använda data för hela landet får skriva en läsare för varje organisation.',
    needArea: 'data-quality',
    needKeys: [
      'pitea-publicera',
      'skolverket-samma-specifikation',
      'hedvika-badvatten',
      'norrvalla-vagledning-racker-inte',
      'open-knowledge-inkopsdata',
    ],
    effort: { personMonths: 6, sek: 500_000 },
  },
]

/** Needs that need no coordination, with what answers them. All other needs outside the problems stand in the inbox. */
export const individualNeeds: SeedIndividualNeed[] = [
  { need: 'hedvika-vem-ringa', resources: ['ai-verkstaden'] },
  { need: 'lindhamra-kameror-atervinning', resources: ['imy-innovationsportal', 'innovationssandladan'] },
  { need: 'fastrmobi-mobil-kommunikation', resources: ['innovationssandladan', 'rise-testmiljoer'] },
  { need: 'kvarnasa-prova-metadata', resources: ['metadatatest'] },
  { need: 'ronnvika-vilken-licens', resources: ['rekommendation-licenser'] },
  { need: 'stenaker-formulera-behov', resources: ['ai-verkstaden'] },
  { need: 'tallmora-sekretess-till-region', resources: ['saker-digital-kommunikation'] },
  { need: 'dalhamra-busstider', resources: ['trafiklab'] },
  { need: 'forsnas-yrkesdata', resources: ['af-jobtech'] },
  { need: 'almhaga-namnden-forsta', resources: ['ai-verkstaden'] },
  { need: 'hogskolan-granasa-patientbilder', resources: ['tef-health', 'imy-innovationsportal'] },
  { need: 'vasthav-kartlagga-behandling', resources: ['imy-innovationsportal'] },
  { need: 'bergsnas-p-tillstand', resources: ['fortroendemodellen'] },
  { need: 'norrvalla-gamla-covidsiffror', resources: ['oppna-data-covid'] },
  { need: 'sjohaga-prova-sensorer', resources: ['rise-testmiljoer'] },
]
