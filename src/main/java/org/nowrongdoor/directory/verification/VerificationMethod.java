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

/** How a record was checked. */
@Schema(name = "VerificationMethod")
public enum VerificationMethod {
    PHONE,
    EMAIL,
    VISIT,
    WEBSITE,
    /** By the link that its provider was sent. */
    LINK;

    @JsonValue
    public String wire() {
        return WireName.snakeCase(this);
    }

    @JsonCreator
    static VerificationMethod get(String wire) {
        return Arrays.stream(values())
                .filter(method -> method.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> {
                    var all = Arrays.stream(values())
                            .map(VerificationMethod::wire)
                            .toList();
                    var detail = "method must be one of " + String.join(", ", all) + NearestName.hint(wire, all);
                    return ProblemException.of(ProblemKind.INVALID_BODY, detail, List.of(new Fault("/method", detail)));
                });
    }
}
