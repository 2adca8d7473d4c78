import { cache } from 'react';
import { auth as uncachedAuth } from '@/auth';

export const getSession = cache(uncachedAuth);
