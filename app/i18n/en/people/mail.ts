export default {
  invitation: {
    subject: 'Invitation to Samsyn',
    text: `Hello {name},

{invitedBy} has invited you to Samsyn in the role {role}.

Open the link, choose a password and sign in:
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
