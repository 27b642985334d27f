package org.nowrongdoor.access.caller;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nowrongdoor.problem.NearestName;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;

/** What a key may do. */
public enum Scope {
    REFERRALS_WRITE("referrals:write"),
    REFERRALS_ANSWER("referrals:answer"),
    DIRECTORY_WRITE("directory:write"),
    DIRECTORY_APPROVE("directory:approve"),
    /** Looks into any organisation, whatever the organisation of the key. */
    DIRECTORY_VET("directory:vet"),
    STATS_READ("stats:read"),
    KEYS_ADMIN("keys:admin");

    /** The name on the wire and in tokens. */
    @JsonValue
    public final String wire;

    Scope(String wire) {
        this.wire = wire;
    }

    /** The scope of a name; empty when there is none. */
    public static Optional<Scope> find(String wire) {
        return Arrays.stream(values()).filter(scope -> scope.wire.equals(wire)).findFirst();
    }

    /** The scope of a name.
     *  @throws ProblemException INVALID_BODY naming the nearest when there is none */
    @JsonCreator
    public static Scope get(String wire) {
        var known = Arrays.stream(values()).map(scope -> scope.wire).toList();
        return find(wire)
                .orElseThrow(() -> ProblemException.of(
                        ProblemKind.INVALID_BODY,
                        "a scope must be one of " + String.join(", ", List.copyOf(known))
                                + NearestName.hint(wire, known)));
    }
}
