package org.nowrongdoor.eligibility.evaluate;

import java.util.List;
import org.nowrongdoor.eligibility.rule.Rule;

/** One clause of a rule in conjunctive normal form. It fails when every one of its literals fails, and then the service
 *  cannot help the client.
 *  @param key the same for the same clause of any service, on any node and in any run */
public record Clause(String key, List<Literal> literals) {

    /** A literal: one test, or one part of a rule that is not decomposed.
     *  @param key the same for the same test */
    public record Literal(String key, Rule rule) {}
}
