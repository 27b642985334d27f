package org.nowrongdoor.exchange.correction;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.nowrongdoor.http.parameter.ParameterProblems;
import org.nowrongdoor.text.WireName;

/** Whether a correction waits for an editor. One that is rejected is kept nowhere. */
@Schema(name = "CorrectionStatus")
public enum CorrectionStatus {
    OPEN,
    ACCEPTED,
    REJECTED;

    @JsonValue
    public String wire() {
        return WireName.snakeCase(this);
    }

    /** The status that a list is asked for. */
    static CorrectionStatus get(String wire) {
        return Arrays.stream(new CorrectionStatus[] {OPEN, ACCEPTED})
                .filter(status -> status.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> ParameterProblems.value("status", "open or accepted", wire));
    }
}
