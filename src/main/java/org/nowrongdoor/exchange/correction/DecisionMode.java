package org.nowrongdoor.exchange.correction;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nowrongdoor.problem.Fault;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.problem.ProblemKind;
import org.nowrongdoor.text.WireName;

/** What an editor may decide on a correction. */
@Schema(name = "CorrectionDecisionMode")
public enum DecisionMode {
    ACCEPT(CorrectionStatus.ACCEPTED),
    REJECT(CorrectionStatus.REJECTED);

    private final CorrectionStatus status;

    DecisionMode(CorrectionStatus status) {
        this.status = status;
    }

    CorrectionStatus status() {
        return status;
    }

    @JsonValue
    public String wire() {
        return WireName.snakeCase(this);
    }

    @JsonCreator
    static DecisionMode get(String wire) {
        return Arrays.stream(values())
                .filter(mode -> mode.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> {
                    var detail = "decision must be accept or reject";
                    return ProblemException.of(
                            ProblemKind.INVALID_BODY, detail, List.of(new Fault("/decision", detail)));
                });
    }
}
