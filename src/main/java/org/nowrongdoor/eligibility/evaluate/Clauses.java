package org.nowrongdoor.eligibility.evaluate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nowrongdoor.eligibility.rule.Rule;
import org.nowrongdoor.eligibility.rule.RuleJsonMapper;

/** Brings a rule to conjunctive normal form, as clauses that services share. A search evaluates each clause once for a
 *  client; clauses that no client can fail are left out. A service is not eligible exactly when one of its clauses
 *  fails: negation and conjunctive normal form preserve every value of Kleene logic (decision Clauses-In-The-Index). */
public final class Clauses {

    // 64 clauses, 512 literals: a larger rule is kept whole, as one clause with one literal
    static final int MOST_CLAUSES = 64;
    static final int MOST_LITERALS = 512;

    private Clauses() {}

    /** The clauses of a service; empty when it states no rule, or one that excludes no client. */
    public static List<Clause> of(ServiceTerms terms) {
        var rule = terms.rule();
        if (rule == null) {
            return List.of();
        }
        var bare = NnfRule.of(CanonicalRule.of(rule, terms.takesTransPeopleByIdentity()));
        return normalForm(bare).stream().map(Clauses::clause).toList();
    }

    private static List<SortedMap<String, Rule>> normalForm(NnfRule signed) {
        if (signed.rule() instanceof Rule.Leaf leaf && leaf.isOpen()) {
            return List.of();
        }
        if (!signed.isGroup()) {
            return List.of(whole(signed));
        }
        var clauses = new ArrayList<SortedMap<String, Rule>>();
        if (signed.isAnd()) {
            signed.parts().forEach(part -> clauses.addAll(normalForm(part)));
        } else {
            clauses.add(new TreeMap<>());
            for (var part : signed.parts()) {
                if (!multiply(clauses, normalForm(part))) {
                    return List.of(whole(signed));
                }
            }
        }
        var needed = withoutImplied(clauses);
        return isTooLarge(needed) ? List.of(whole(signed)) : needed;
    }

    /** Distributes OR over AND: replaces the clauses by the union of each of them with each of the others.
     *  @return whether the result stayed within the limits */
    private static boolean multiply(List<SortedMap<String, Rule>> clauses, List<SortedMap<String, Rule>> others) {
        if ((long) clauses.size() * others.size() > MOST_CLAUSES) {
            return false;
        }
        var product = new ArrayList<SortedMap<String, Rule>>();
        for (var left : clauses) {
            for (var right : others) {
                var both = new TreeMap<>(left);
                both.putAll(right);
                product.add(both);
            }
        }
        clauses.clear();
        clauses.addAll(withoutImplied(product));
        return !isTooLarge(clauses);
    }

    /** Removes subsumed clauses: one with all literals of another fails only where the other fails. */
    private static List<SortedMap<String, Rule>> withoutImplied(List<SortedMap<String, Rule>> clauses) {
        var distinct = clauses.stream().distinct().toList();
        if (distinct.size() > MOST_CLAUSES) {
            return distinct;
        }
        return distinct.stream()
                .filter(clause -> distinct.stream()
                        .noneMatch(other ->
                                other.size() < clause.size() && clause.keySet().containsAll(other.keySet())))
                .toList();
    }

    private static boolean isTooLarge(List<SortedMap<String, Rule>> clauses) {
        return clauses.size() > MOST_CLAUSES
                || clauses.stream().mapToInt(Map::size).sum() > MOST_LITERALS;
    }

    private static SortedMap<String, Rule> whole(NnfRule signed) {
        var rule = signed.asRule();
        var clause = new TreeMap<String, Rule>();
        clause.put(RuleJsonMapper.write(rule).toString(), rule);
        return clause;
    }

    private static Clause clause(SortedMap<String, Rule> literals) {
        var key = hash(String.join("|", literals.keySet()));
        return new Clause(
                key,
                literals.entrySet().stream()
                        .map(literal -> new Clause.Literal(literal.getKey(), literal.getValue()))
                        .toList());
    }

    /** A hash of 16 bytes: two clauses of ten million share a key with a chance of 1 in 10^24. */
    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
