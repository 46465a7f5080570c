/* A second unit, which shares a header with the first. */
#include "calls.h"

int __attribute__((noinline)) many(int a, int b, int c, int d, int e, struct pair *last)
{
	last->first = clamp(a * b, 40);
	last->second = c - d;
	return clamp(e, 7) + last->first;
}

int single(int n)
{
	volatile int copy = n;

	return copy ? clamp(n, 100) : many(n, n, n, n, n, &(struct pair){ 0, 0 });
}
