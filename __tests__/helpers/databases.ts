/** The servers that tests may start; what a machine lacks is skipped, and said. */
export { noMariadb, startMariadb } from './mariadb-server.js';
export { noPostgres, noPostgresFromNpm, startPostgres, startPostgresFromNpm } from './postgres-server.js';
export { isMissing, PASSWORD, type TestServer } from './test-server.js';
