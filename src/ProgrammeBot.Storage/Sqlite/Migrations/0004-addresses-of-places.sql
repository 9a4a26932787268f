-- How a platform is asked to bring something to a place; protected by the caller.
ALTER TABLE place ADD COLUMN address TEXT;
