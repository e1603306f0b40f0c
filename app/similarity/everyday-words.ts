import { stem } from './words.ts'

/**
 * Words that texts on any subject use. They count when texts are compared, since even they say something together, but
 * name nothing: a label or a reason is better off without them. Dictionary forms; inflected ones share their stems.
 */
const SWEDISH = `
  annan allt alltid andra aldrig använda använd arbeta arbete avse bara behov behöva behövs berätta besluta bli bra bygga
  börja början dag del dessutom egen ens ensam ett eget fast finnas flera fler flest fortfarande fungera få följa
  före först första försöka ge genom gjord gjort gälla gång göra halv handla heta hel helt hitta hjälp hjälpa hos hålla
  hända höra ibland inom istället komma kunna känna kväll lika likadan ligga lita lite liten lägga lämna lång lösa
  mena morgon månad mycket många möjlig natt ny nytt nå någon nämna nödvändig olika ord pengar plats prova 
  redan riktig räcka runt råda saga sagt sak sakna samma sanning se sedan ses senast sida siffra sist sitta skapa skick skicka skilja
  skillnad skriva slippa slut slutet stor står stå större ställa stöd svar svara svår säga sätt sätta söka ta tid tidig
  tidigare tidigt till tillsammans timme titta tre tro två typ tänka ut ute vanlig vara varandra vecka veta vilja ville viss visa
  väg vända vänta åka år året åren återkomma åtta äga ändra fyra fem sex sju nio tio tolv tjugo femtio hundra tusen
  kommande vid rad långt kort ser såg sett egna besvara inför delta samtidigt hinna krona kronor
`
const ENGLISH = `
  able another ask begin big both change come day different do enough every everything example find first follow get give go good
  great half hand have help hour keep know large last leave less let like little long look lot make many mean month more much need
  new night number old one other own part people place problem put read ready run same say see set several show small start still
  take talk tell thing think three time today try two use user want way week well work write year yet
`

const everyday = {
  sv: new Set(words(SWEDISH).map((word) => stem(word, 'sv'))),
  en: new Set(words(ENGLISH).map((word) => stem(word, 'en'))),
}

function words(list: string): string[] {
  return list.split(/\s+/).filter((word) => word !== '')
}

/** Whether a word, in any inflection, is one that texts on any subject use. */
export function isEverydayWord(word: string): boolean {
  const form = word.toLowerCase()
  return isEverydayStem(stem(form, 'sv')) || isEverydayStem(stem(form, 'en'))
}

/** The same of a word that is a stem already, in either language. Numbers are such words too. */
export function isEverydayStem(key: string): boolean {
  return everyday.sv.has(key) || everyday.en.has(key) || /^\d+$/.test(key)
}
