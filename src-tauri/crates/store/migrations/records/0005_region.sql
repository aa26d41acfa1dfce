-- Where the household lives, as far as business days are concerned: an ISO 3166 code such as `US` or
-- `GB-SCT`. Nothing until it has been said.

ALTER TABLE household ADD COLUMN region TEXT;
