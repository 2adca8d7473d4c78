import { describe, expect, it } from 'vitest';
import { classify, type RawAnswer } from '../../lib/verify/answer.js';

const BASE = new URL('http://localhost:3000');
const answer = (own: Partial<RawAnswer>) =>
  classify({ status: 200, location: undefined, contentType: 'text/html', body: '', ...own }, BASE, ['/enter']);

describe('what an answer means', () => {
  it.each([
    [200, 'allowed'],
    [304, 'allowed'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [429, 'refused'],
    [500, 'error'],
  ] as const)('%i: %s', (status, expected) => {
    expect(answer({ status }).class).toBe(expected);
  });

  it.each([
    ['/api/auth/signin?callbackUrl=%2Fdash%3Fa%3D1', '/dash?a=1'],
    ['/login?callbackUrl=http%3A%2F%2Flocalhost%3A3000%2Fdash', '/dash'],
    ['http://127.0.0.1:3000/sign-in?redirect_url=http%3A%2F%2Flocalhost%3A3000%2Fdash', '/dash'],
    ['https://accounts.example.com/sign-in?redirect_url=http%3A%2F%2Flocalhost%3A3000%2Fdash', '/dash'],
    ['https://happy-cat-1.accounts.dev/sign-in', undefined],
    ['/enter', undefined],
    ['/login/', undefined],
    ['/login?callbackUrl=https%3A%2F%2Fevil.example%2F', 'https://evil.example/'],
  ])('%s is a way to sign in, back to %s', (location, wayBack) => {
    expect(answer({ status: 307, location })).toMatchObject({ class: 'sign-in', wayBack });
  });

  it.each([
    ['/login/help', '/login/help'],
    ['/?denied=1', '/?denied=1'],
    ['https://login.example.com/login', 'https://login.example.com/login'],
    ['http://localhost:3001/login', 'http://localhost:3001/login'],
  ])('%s leads elsewhere', (location, target) => {
    expect(answer({ status: 302, location })).toMatchObject({ class: 'redirect', target });
  });
});

describe('what a person reads', () => {
  it('is the text of a page, without what a build changes', () => {
    const page = (build: string) =>
      `<html><head><title>x</title></head><body id="${build}"><script>${build}</script><p>Hello <!-- -->Ada &amp; co</p></body></html>`;
    expect(answer({ body: page('a') }).text).toBe('Hello Ada & co');
    expect(answer({ body: page('b') }).text).toBe(answer({ body: page('a') }).text);
  });

  it('is JSON, whatever the order of its keys', () => {
    const json = (body: string) => answer({ body, contentType: 'application/json; charset=utf-8' }).text;
    expect(json('{"b":[{"d":1,"c":2}],"a":null}')).toBe(json('{ "a": null, "b": [{ "c": 2, "d": 1 }] }'));
    expect(json('[1,2]')).not.toBe(json('[2,1]'));
    expect(json('not JSON')).toBe('not JSON');
  });
});
