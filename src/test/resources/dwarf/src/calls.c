/* A few functions with parameters of every kind that the reader spells. */
#include "calls.h"

struct pair sum;
static int table[4];
extern int thumb_add(int a, int b);

static inline int twice(int value)
{
	return value + value;
}

int apply(int (*action)(int), const char *name, union word *w)
{
	return action((int)w->bits + name[0]);
}

static int fill(int *to, unsigned long long wide, enum kind kind)
{
	for (int i = 0; i < 4; i++)
		to[i] = (int)wide + twice(kind) + i;
	return to[3];
}

int outer(int n)
{
	union word w = { .bits = (unsigned)n };
	int result = fill(table, (unsigned long long)n << 33, SECOND);

	sum.first = twice(result);
	sum.second = thumb_add(result, n);
	result += many(1, 2, 3, 4, n, &sum);
	return result + apply(single, "name", &w);
}
