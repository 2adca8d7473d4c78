const { getServerSession } = require('next-auth/next');
const { authOptions } = require('../../lib/auth');

module.exports = async function handler(req, res) {
  const session = await getServerSession(req, res, authOptions);
  if (!session || !session.user) {
    return res.status(401).json({ error: 'Unauthorized' });
  }
  return res.status(200).json({ email: session.user.email });
};
