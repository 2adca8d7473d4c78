'use strict';

export { default } from 'next-auth/middleware';
