package org.nowrongdoor.eligibility.rule;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The test of a leaf. */
public sealed interface Condition {

    /** {@code min} and {@code max}, both inclusive; at least one of them is present. */
    record Range(@Nullable BigDecimal min, @Nullable BigDecimal max) implements Condition {}

    /** {@code in}: met when any one of the words matches. */
    record OneOf(List<String> words) implements Condition {}

    /** {@code not_in}: fails when any one of the words matches. */
    record NoneOf(List<String> words) implements Condition {}

    /** {@code is}: yes or no. */
    record Is(boolean value) implements Condition {}

    /** No test: a provider that decides case by case need not state its criterion. */
    record Untested() implements Condition {}

    /** The words of {@code in} or {@code not_in}; empty for the other tests. */
    static List<String> words(Condition condition) {
        if (condition instanceof OneOf oneOf) {
            return oneOf.words();
        }
        return condition instanceof NoneOf noneOf ? noneOf.words() : List.of();
    }
}
