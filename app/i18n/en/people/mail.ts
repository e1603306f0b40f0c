export default {
  invitation: {
    subject: 'Invitation to Samsyn',
    invitedBy: '{invitedBy} has invited you to Samsyn in the role {role}.',
    invited: 'You are invited to Samsyn in the role {role}.',
    asNew: 'Open the link, choose a password and sign in:',
    withAccount: 'You have an account already. Open the link, sign in as usual and take the role:',
    text: `Hello {name},

{invited}

Samsyn gathers needs of data and AI in the public sector, so that those who have the same problem can solve it together.

{act}
{link}

The link is good for {days} days and can be used once. Do not pass it on.
If you did not expect this mail you can ignore it. Nothing happens then.`,
  },
  password: {
    subject: 'Choose a new password for Samsyn',
    text: `Somebody, probably you, has asked for a new password for Samsyn.

Open the link and choose a new one:
{link}

The link is good for one hour and can be used once.
Was it not you? Then you need do nothing. Your password is as it was.`,
  },
} as const
