package org.nowrongdoor.exchange.correction;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Someone who has helped to correct a record, as they want to be named. */
@Schema(name = "CorrectionCredit")
public record CreditView(String field, LocalDate acceptedOn, String text) {}
