/*
 * Every shape of frame that a compiler makes of C: leaves, deep and mutual recursion, calls through
 * pointers, tail calls, many saved registers, saved VFP registers, alloca and arrays of run-time size,
 * stacked arguments, large frames, variable arguments, and a tail that does not return. It computes a
 * number, which start.S hands over in r0 when it switches the machine off.
 */
#include <stdarg.h>

#define NOINLINE __attribute__((noinline, noclone))

typedef unsigned int u32;

extern u32 call_hyp(u32 function, u32 value);
extern void power_off(u32 result) __attribute__((noreturn));

static volatile u32 sink;

NOINLINE u32 leaf(u32 x)
{
	return x * 3 + 1;
}

NOINLINE u32 leaf_with_many(u32 a, u32 b, u32 c, u32 d)
{
	u32 e = a ^ b, f = b + c, g = c - d, h = d | a, i = a * b, j = b * c, k = c * d, l = e * f;

	for (u32 n = 0; n < 3; n++) {
		e += f ^ i; f += g ^ j; g += h ^ k; h += e ^ l; i += n; j += e; k += f; l += g;
	}
	return e ^ f ^ g ^ h ^ i ^ j ^ k ^ l;
}

NOINLINE u32 deep(u32 n)
{
	u32 below = n ? deep(n - 1) : leaf(7);

	return below + leaf(n);
}

NOINLINE u32 odd(u32 n);

NOINLINE u32 even(u32 n)
{
	return n ? odd(n - 1) + 1 : leaf(1);
}

NOINLINE u32 odd(u32 n)
{
	return n ? even(n - 1) + 2 : leaf(2);
}

NOINLINE u32 tail(u32 x)
{
	sink = leaf(x);
	return leaf(x + sink);
}

NOINLINE u32 on_runtime_array(u32 n)
{
	u32 words[n];

	for (u32 i = 0; i < n; i++)
		words[i] = leaf(i);
	sink = words[n / 2];
	return deep(2) + words[n - 1];
}

NOINLINE u32 on_alloca(u32 n)
{
	u32 sum = 0;

	for (u32 i = 1; i <= n; i++) {
		volatile u32 *piece = __builtin_alloca(i * 8);
		piece[0] = leaf(i);
		sum += piece[0];
	}
	return sum + leaf(n);
}

NOINLINE u32 with_large_frame(u32 x)
{
	volatile u32 words[1500];

	words[0] = x;
	words[1499] = leaf(x);
	return words[0] + words[1499] + deep(1);
}

NOINLINE double leaf_of_doubles(double x)
{
	return x * 0.5 + 1.0;
}

NOINLINE u32 with_saved_doubles(u32 x)
{
	double a = leaf_of_doubles(x), b = leaf_of_doubles(a), c = leaf_of_doubles(b);
	double d = leaf_of_doubles(c), e = leaf_of_doubles(d), f = leaf_of_doubles(e);
	double g = leaf_of_doubles(f), h = leaf_of_doubles(g);

	sink = leaf(x);
	return (u32)(a + b * c + d * e + f * g + h + leaf_of_doubles(h));
}

NOINLINE u32 with_stacked_arguments(u32 a, u32 b, u32 c, u32 d, u32 e, u32 f, u32 g)
{
	return leaf(a + b) + leaf(c + d) + leaf(e + f) + g;
}

NOINLINE u32 with_variable_arguments(u32 count, ...)
{
	va_list list;
	u32 sum = 0;

	va_start(list, count);
	while (count--)
		sum += leaf(va_arg(list, u32));
	va_end(list);
	return sum;
}

NOINLINE u32 returns_early(u32 x)
{
	if (x & 1)
		return leaf(x);
	if (x & 2)
		return leaf(x + 1) + leaf(x + 2);
	return 5;
}

static u32 (*const through[])(u32) = { leaf, deep, even, tail, on_runtime_array, on_alloca, with_large_frame,
				       with_saved_doubles, returns_early };

NOINLINE u32 through_pointers(u32 x)
{
	u32 sum = 0;

	for (u32 i = 0; i < sizeof(through) / sizeof(through[0]); i++)
		sum += through[i](x + 3);
	return sum;
}

u32 in_hyp(u32 x)
{
	return deep(x & 3) + leaf(x);
}

NOINLINE __attribute__((noreturn)) void last(u32 result)
{
	sink = leaf(result);
	power_off(result);
}

NOINLINE __attribute__((noreturn)) void ends(u32 result)
{
	last(result + leaf(1));
}

void program(void)
{
	u32 sum = deep(5) + even(6) + tail(3) + on_runtime_array(6) + on_alloca(4) + with_large_frame(9)
		+ with_saved_doubles(2) + through_pointers(1) + through_pointers(2);

	sum += with_stacked_arguments(1, 2, 3, 4, 5, 6, 7);
	sum += with_variable_arguments(6, 1, 2, 3, 4, 5, 6);
	sum += leaf_with_many(sum, 2, 3, 4);
	sum += call_hyp(1, sum);
	ends(sum);
}
