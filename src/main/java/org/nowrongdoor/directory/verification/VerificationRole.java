package org.nowrongdoor.directory.verification;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.NearestName;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.text.WireName;

/** Who checked a record. Never a name. */
@Schema(name = "VerificationRole")
public enum VerificationRole {
    PROVIDER,
    EDITOR,
    VOLUNTEER,
    PARTNER;

    @JsonValue
    public String wire() {
        return WireName.snakeCase(this);
    }

    @JsonCreator
    static VerificationRole get(String wire) {
        return Arrays.stream(values())
                .filter(role -> role.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> {
                    var all =
                            Arrays.stream(values()).map(VerificationRole::wire).toList();
                    var detail = "role must be one of " + String.join(", ", all) + NearestName.hint(wire, all);
                    return ProblemException.of(ProblemKind.INVALID_BODY, detail, List.of(new Fault("/role", detail)));
                });
    }
}
