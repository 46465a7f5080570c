struct pair {
	int first, second;
};
union word {
	unsigned bits;
	char bytes[4];
};
enum kind { FIRST, SECOND };

int single(int n);
int many(int a, int b, int c, int d, int e, struct pair *last);

static inline int clamp(int value, int limit)
{
	if (value > limit)
		return limit;
	return value;
}
