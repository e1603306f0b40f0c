export default {
  code: 'Fel {status}',
  notFound: {
    title: 'Sidan finns inte',
    text: 'Adressen kan vara felskriven, eller så får du inte se sidan. Vi säger samma sak i båda fallen.',
  },
  goneLink: { title: 'Länken gäller inte längre' },
  notPermitted: {
    title: 'Du får inte göra det här',
    text: 'Ingen av dina roller ger rätt till det. Inget har ändrats. Tror du att det är fel, hör av dig till samordnaren.',
  },
  signIn: {
    title: 'Logga in för att fortsätta',
    text: 'Sidan kräver att du är inloggad. Du kommer tillbaka hit när du har loggat in.',
    kept: 'Du har blivit utloggad medan du skrev. Inget har sparats än, men allt du skrev finns kvar på den här sidan. Stäng den inte.',
    newTab: 'Logga in i en ny flik',
    comeBack: 'Kom tillbaka till den här fliken och skicka det du skrev.',
    sendAgain: 'Skicka det jag skrev',
    yourText: 'Det du skrev',
  },
  conflict: {
    title: 'Det gick inte att genomföra',
    text: 'Något har ändrats sedan du öppnade sidan. Inget har sparats. Gå tillbaka, ladda om sidan och försök igen.',
  },
  badRequest: {
    title: 'Något i formuläret stämmer inte',
    text: 'Inget har sparats. Gå tillbaka och kontrollera uppgifterna. Det du skrev finns kvar.',
  },
  tooLarge: {
    title: 'Det du skickade är för stort',
    text: 'Inget har sparats. Gå tillbaka, det du skrev finns kvar, och korta texten. En fil får vara högst 10 MB: välj en mindre, eller dela upp den.',
  },
  tooMany: {
    title: 'För många försök',
    text: 'För att skydda kontona tar vi emot ett begränsat antal försök. Vänta en kvart och försök igen.',
  },
  failed: {
    title: 'Något gick fel hos oss',
    text: 'Felet är registrerat. Inget som du har sparat har försvunnit. Försök igen om en stund, och hör av dig om det händer igen.',
  },
  unavailable: {
    title: 'Samsyn kan inte spara just nu',
    text: 'Inget har ändrats. Gå tillbaka, det du skrev finns kvar i formuläret, och försök igen om en stund.',
  },
  toStart: 'Gå till startsidan',
  toSearch: 'Sök i Samsyn',
  toSignIn: 'Logga in om du har ett konto',
  toContact: 'Kontakta oss',
  signInButton: 'Logga in',
} as const
