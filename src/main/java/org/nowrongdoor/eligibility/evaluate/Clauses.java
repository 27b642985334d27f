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

/**
 * Takes a rule apart into clauses that services share, so that a search puts each of them to the client once. A service
 * is not eligible exactly when one of its clauses fails: negation and conjunctive normal form change nothing in Kleene
 * logic. Clauses that nobody can fail are left out.
 *
 * @see "DESIGN.md, Eligibility at search speed"
 */
public final class Clauses {

    // 64 clauses, 512 literals: what is larger is kept whole, as one clause of one literal
    static final int MOST_CLAUSES = 64;
    static final int MOST_LITERALS = 512;

    private Clauses() {}

    /** The clauses of a service; none when it states no rule or one that turns nobody away. */
    public static List<Clause> of(ServiceTerms terms) {
        Rule rule = terms.rule();
        if (rule == null) {
            return List.of();
        }
        NnfRule bare = NnfRule.of(CanonicalRule.of(rule, terms.takesTransPeopleByIdentity()));
        return normalForm(bare).stream().map(Clauses::clause).toList();
    }

    private static List<SortedMap<String, Rule>> normalForm(NnfRule signed) {
        if (signed.rule() instanceof Rule.Leaf leaf && leaf.isOpen()) {
            return List.of();
        }
        if (!signed.isGroup()) {
            return List.of(whole(signed));
        }
        List<SortedMap<String, Rule>> clauses = new ArrayList<>();
        if (signed.isAnd()) {
            signed.parts().forEach(part -> clauses.addAll(normalForm(part)));
        } else {
            clauses.add(new TreeMap<>());
            for (NnfRule part : signed.parts()) {
                if (!multiply(clauses, normalForm(part))) {
                    return List.of(whole(signed));
                }
            }
        }
        List<SortedMap<String, Rule>> needed = withoutImplied(clauses);
        return isTooLarge(needed) ? List.of(whole(signed)) : needed;
    }

    /** Puts every clause of one side beside every clause of the other; says whether that stayed within bounds. */
    private static boolean multiply(List<SortedMap<String, Rule>> clauses, List<SortedMap<String, Rule>> others) {
        if ((long) clauses.size() * others.size() > MOST_CLAUSES) {
            return false;
        }
        List<SortedMap<String, Rule>> product = new ArrayList<>();
        for (SortedMap<String, Rule> left : clauses) {
            for (SortedMap<String, Rule> right : others) {
                SortedMap<String, Rule> both = new TreeMap<>(left);
                both.putAll(right);
                product.add(both);
            }
        }
        clauses.clear();
        clauses.addAll(withoutImplied(product));
        return !isTooLarge(clauses);
    }

    /** A clause that holds all the literals of another fails only where the other does. */
    private static List<SortedMap<String, Rule>> withoutImplied(List<SortedMap<String, Rule>> clauses) {
        List<SortedMap<String, Rule>> distinct = clauses.stream().distinct().toList();
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
        Rule rule = signed.asRule();
        SortedMap<String, Rule> clause = new TreeMap<>();
        clause.put(RuleJsonMapper.write(rule).toString(), rule);
        return clause;
    }

    private static Clause clause(SortedMap<String, Rule> literals) {
        String key = hash(String.join("|", literals.keySet()));
        return new Clause(
                key,
                literals.entrySet().stream()
                        .map(literal -> new Clause.Literal(literal.getKey(), literal.getValue()))
                        .toList());
    }

    /** 16 bytes: two clauses of ten million share a key with a chance of 1 in 10^24. */
    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
