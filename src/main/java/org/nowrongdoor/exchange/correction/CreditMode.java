package org.nowrongdoor.exchange.correction;

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

/** How someone is named for what they have contributed: as they are called, by another name, or not at all. */
@Schema(name = "CreditMode")
public enum CreditMode {
    NAMED,
    PSEUDONYM,
    NONE;

    @JsonValue
    public String wire() {
        return WireName.snakeCase(this);
    }

    @JsonCreator
    static CreditMode get(String wire) {
        return Arrays.stream(values())
                .filter(mode -> mode.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> {
                    var all = WireName.listKebabCase(values());
                    var detail = "credit.mode must be one of " + String.join(", ", all) + NearestName.hint(wire, all);
                    return ProblemException.of(
                            ProblemKind.INVALID_BODY, detail, List.of(new Fault("/credit/mode", detail)));
                });
    }
}
