package org.nowrongdoor.eligibility.rule;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one test of a leaf. */
public sealed interface Condition {

    /** From {@code min} to {@code max}, both inclusive; at least one of them is there. */
    record Range(@Nullable BigDecimal min, @Nullable BigDecimal max) implements Condition {}

    /** {@code in}: any one of the words is enough. */
    record OneOf(List<String> words) implements Condition {}

    /** {@code not_in}: one overlap fails. */
    record NoneOf(List<String> words) implements Condition {}

    /** {@code is}. */
    record Is(boolean value) implements Condition {}

    /** No test at all: a provider that decides case by case need not say by what. */
    record Untested() implements Condition {}

    /** The words of a list, whichever way it is meant; none where the test is no list. */
    static List<String> words(Condition condition) {
        if (condition instanceof OneOf oneOf) {
            return oneOf.words();
        }
        return condition instanceof NoneOf noneOf ? noneOf.words() : List.of();
    }
}
